import type { Deps } from '../../deps.ts';

/** A case and the day it was found by; lists of them are in the order of both. */
export interface CaseOfDay {
  id: string;
  /** YYYY-MM-DD. */
  day: string;
}

/** How many cases are read at once. */
export const page = 200;

/** Before every case there is. */
const start: CaseOfDay = { day: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' };

interface Work<Found extends CaseOfDay> {
  /** The next ones, at most a page. */
  find: (after: CaseOfDay) => Promise<Found[]>;
  /** Whether anything was done. */
  act: (found: Found) => Promise<boolean>;
}

/** Goes through cases one by one; what fails is logged and passed over. Answers with how many something was done. */
export async function eachCase<Found extends CaseOfDay>(
  { log }: Pick<Deps, 'log'>,
  { find, act }: Work<Found>,
): Promise<number> {
  let done = 0;
  for (let found = await find(start); found.length > 0; found = await find(found.at(-1) ?? start)) {
    for (const one of found) {
      try {
        if (await act(one)) done += 1;
      } catch (error) {
        log.error({ err: error, caseId: one.id }, 'deadline of a case not looked after');
      }
    }
  }
  return done;
}
