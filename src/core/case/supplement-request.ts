import type { CorrectionItem } from './corrections.ts';
import type { CaseEvent } from './events.ts';

/** A call to mend the filing. */
export interface SupplementRequest {
  /** Of the event, by which the call is known. */
  number: number;
  items: CorrectionItem[];
  /** The last day to answer. */
  until: Temporal.PlainDate;
  consequence: string;
}

/** The last call to mend the filing, in a history that is in order and complete; null when there was none. */
export function lastRequest(events: readonly CaseEvent[]): SupplementRequest | null {
  const index = lastCall(events);
  const event = events[index];
  if (event?.type !== 'supplementRequested') return null;
  const { items, until, consequence } = event.data;
  return { number: index + 1, items, until: Temporal.PlainDate.from(until), consequence };
}

const answers: readonly CaseEvent['type'][] = ['supplemented', 'supplementMissed', 'resumed'];

/** What became of the last call to mend the filing; null while it waits, and when there was none. */
export function lastAnswer(events: readonly CaseEvent[]): CaseEvent['type'] | null {
  const call = lastCall(events);
  if (call < 0) return null;
  return events.slice(call + 1).find(({ type }) => answers.includes(type))?.type ?? null;
}

function lastCall(events: readonly CaseEvent[]): number {
  return events.findLastIndex(({ type }) => type === 'supplementRequested');
}
