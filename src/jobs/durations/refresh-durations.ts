import type { Deps } from '../../deps.ts';

/** Fewer cases than these say nothing about the next one. */
const fewest = 20;

/**
 * Works out anew how long each agenda usually takes the office, from what it decided in the last twelve months, and has
 * the public pages made anew when anything differs. Answers for how many agendas it is known.
 */
export async function refreshDurations({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<number> {
  const until = now().toString();
  return db.$transaction(async tx => {
    // Two at once would both see the old ones.
    await tx.$executeRaw`LOCK TABLE agenda_duration IN SHARE ROW EXCLUSIVE MODE`;
    const changed = await tx.$executeRaw`
      WITH fresh AS (
        SELECT agenda_id, percentile_disc(0.5) WITHIN GROUP (ORDER BY own_days) AS median,
          percentile_disc(0.9) WITHIN GROUP (ORDER BY own_days) AS ninetieth
        FROM "case"
        WHERE decided_at IS NOT NULL AND NOT trial AND outcome IS NOT NULL AND own_days IS NOT NULL
          AND decided_at > ${until}::timestamptz - interval '12 months' AND decided_at <= ${until}::timestamptz
        GROUP BY agenda_id HAVING count(*) >= ${fewest}
      ), gone AS (
        DELETE FROM agenda_duration d WHERE NOT EXISTS (SELECT FROM fresh f WHERE f.agenda_id = d.agenda_id) RETURNING 1
      ), written AS (
        INSERT INTO agenda_duration AS d (agenda_id, median, ninetieth) SELECT * FROM fresh
        ON CONFLICT (agenda_id) DO UPDATE SET median = EXCLUDED.median, ninetieth = EXCLUDED.ninetieth
          WHERE (d.median, d.ninetieth) <> (EXCLUDED.median, EXCLUDED.ninetieth)
        RETURNING 1
      )
      SELECT FROM gone UNION ALL SELECT FROM written`;
    if (changed > 0) await tx.$executeRaw`SELECT pg_notify('catalogue_changed', '')`;
    return tx.agendaDuration.count();
  });
}
