import { filedMarks } from '../../cases/commands.ts';
import type { InboxRequest } from './request.ts';

const steps = [2, 32];

/**
 * Where to look for a page of what was found, one after another until it is full: at first among what was filed in a few days
 * behind the row it begins with, at last everywhere (null). A word that many cases have fills a page at once, and of a word that does not,
 * there are few; so the cost is much the same for both, and however many cases there are.
 */
export function searchWindows({ sort, from }: InboxRequest, today: Temporal.PlainDate): (string[] | null)[] {
  const goesBack = sort.descending === (from?.going !== 'back');
  // The oldest of all is looked for from no day that is known.
  if (!from && !goesBack) return [null];
  const start = from ? Temporal.Instant.from(from.cursor.key) : endOf(today);
  const windows = steps.map(days => {
    const far = start.add({ hours: 24 * days * (goesBack ? -1 : 1) });
    return goesBack ? filedMarks(far, start) : filedMarks(start, far);
  });
  return [...windows, null];
}

function endOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime('Europe/Prague').toInstant();
}
