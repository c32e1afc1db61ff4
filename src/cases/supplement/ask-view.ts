import { lastAnswer, lastRequest } from '../../core/case/supplement-request.ts';
import { isOpen } from '../../core/case/states.ts';
import { formatDate, formatDue } from '../../core/czech/format.ts';
import type { FoundCase } from '../find-case.ts';

/** What the office asks the applicant to mend now. */
export interface AskView {
  items: { label: string; problem: string }[];
  until: string;
  consequence: string;
  /** Where it is mended; null for whoever may only look. */
  href: string | null;
}

export function askView(
  { snapshot, events, submission: { reference } }: FoundCase,
  { today, mayMend }: { today: Temporal.PlainDate; mayMend: boolean },
): AskView | null {
  const request = snapshot.state === 'awaitingApplicant' ? lastRequest(events) : null;
  return (
    request && {
      items: request.items.map(({ label, problem }) => ({ label, problem })),
      until: `${formatDate(request.until, 'weekday')}, ${formatDue(request.until, today)}`,
      consequence: request.consequence,
      href: mayMend ? `/pripady/${reference}/doplneni` : null,
    }
  );
}

/** The day until which nothing came, as long as the office has yet to decide what follows from it. */
export function missedDay({ snapshot, events }: Pick<FoundCase, 'snapshot' | 'events'>): string | null {
  const isMissed = isOpen(snapshot.state) && lastAnswer(events) === 'supplementMissed';
  const request = isMissed ? lastRequest(events) : null;
  return request && formatDate(request.until);
}
