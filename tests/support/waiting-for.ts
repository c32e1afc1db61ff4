import type { PoolClient } from 'pg';

/** How many connections wait for a lock this one holds. */
export async function waitingFor(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM pg_stat_activity WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))',
  );
  return rows[0]?.count ?? 0;
}
