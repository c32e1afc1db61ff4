import { changeCase } from '../../cases/commands.ts';
import type { System } from '../../core/actor.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Deps } from '../../deps.ts';
import { type CaseOfDay, eachCase, page } from './each-case.ts';

interface Unconfirmed extends CaseOfDay {
  version: number;
}

const portal: System = { kind: 'system' };

/** Ends filings nobody has confirmed in time (§ 37 (4) of the Code of Administrative Procedure). Answers how many. */
export async function lapseUnconfirmed(deps: Deps): Promise<number> {
  const { db, log } = deps;
  const now = deps.now();
  const today = dayInPrague(now).toString();
  return eachCase<Unconfirmed>(deps, {
    find: after => db.$queryRaw`
      SELECT id, confirm_until::text AS day, version FROM "case"
      WHERE state = 'unconfirmed' AND confirm_until < ${today}::date AND NOT trial
        AND (confirm_until, id) > (${after.day}::date, ${after.id}::uuid)
      ORDER BY confirm_until, id LIMIT ${page}`,
    act: async ({ id, version }) => {
      const command = { caseId: id, expectedVersion: version, actor: portal, now };
      const result = await changeCase(deps, command, { type: 'lapse' });
      // Somebody was quicker, the applicant perhaps: then it is confirmed, or the next night finds it.
      if (!result.ok) log.warn({ caseId: id }, 'unconfirmed filing not ended');
      return result.ok;
    },
  });
}
