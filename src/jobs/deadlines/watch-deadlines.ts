import type { Deps } from '../../deps.ts';
import { lapseUnconfirmed } from './lapse-unconfirmed.ts';
import { missSupplements } from './miss-supplements.ts';
import { remindApplicants } from './remind-applicants.ts';
import { remindToConfirm } from './remind-to-confirm.ts';
import { tellOfTasks } from './tell-of-tasks.ts';
import { tellOffice } from './tell-office.ts';

/**
 * What every night brings: calls to mend a filing that ran out and filings nobody confirmed take their consequence, applicants are reminded of those
 * that soon will, and the office is told what is due, late and final. Each case is on its own: one that fails holds up
 * none. What was done is not done again, so running twice, or a night late, does no harm. Answers how many of each.
 */
export async function watchDeadlines(deps: Deps): Promise<Record<string, number>> {
  // First the consequences: they set clocks going, and the rest is about how the cases are then.
  const missed = await missSupplements(deps);
  const lapsed = await lapseUnconfirmed(deps);
  const reminded = await remindApplicants(deps);
  const toConfirm = await remindToConfirm(deps);
  return { missed, lapsed, reminded, toConfirm, ...(await tellOffice(deps)), tasksOverdue: await tellOfTasks(deps) };
}
