import { changeCase } from '../../cases/commands.ts';
import type { System } from '../../core/actor.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Deps } from '../../deps.ts';
import { type CaseOfDay, eachCase, page } from './each-case.ts';

interface Awaiting extends CaseOfDay {
  version: number;
}

const portal: System = { kind: 'system' };

/** Ends calls to mend a filing whose last day has passed; the case goes on. Answers how many. */
export async function missSupplements(deps: Deps): Promise<number> {
  const { db, log } = deps;
  const now = deps.now();
  const today = dayInPrague(now).toString();
  return eachCase<Awaiting>(deps, {
    find: after => db.$queryRaw`
      SELECT id, awaiting_until::text AS day, version FROM "case"
      WHERE awaiting_until < ${today}::date AND NOT trial
        AND (awaiting_until, id) > (${after.day}::date, ${after.id}::uuid)
      ORDER BY awaiting_until, id LIMIT ${page}`,
    act: async ({ id, version }) => {
      const command = { caseId: id, expectedVersion: version, actor: portal, now };
      const result = await changeCase(deps, command, { type: 'supplementMissed' });
      // Somebody was quicker, the applicant perhaps: then there is nothing to miss, or the next night finds it.
      if (!result.ok) log.warn({ caseId: id }, 'supplement not ended');
      return result.ok;
    },
  });
}
