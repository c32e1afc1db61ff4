import type { CaseEvent } from './events.ts';
import { formatDate } from '../czech/format.ts';
import type { Outcome } from './states.ts';

/** How an appeal against a decision stands: § 83 (1) of the Code of Administrative Procedure (500/2004). */
export interface AppealPeriod {
  /** The period is over; an appeal may still be filed, and is judged as a late one (§ 92). */
  isLate: boolean;
  /** For the applicant, in Czech. */
  sentence: string;
}

/** `until` is the last day to appeal, null as long as the decision has not been delivered; days in Europe/Prague. */
export function appealPeriod(until: Temporal.PlainDate | null, today: Temporal.PlainDate): AppealPeriod {
  if (until === null) {
    return {
      isLate: false,
      sentence: 'Lhůta pro odvolání začne běžet, až vám rozhodnutí doručíme. Odvolat se můžete už teď.',
    };
  }
  const isLate = Temporal.PlainDate.compare(today, until) > 0;
  const day = formatDate(until);
  return {
    isLate,
    sentence: isLate
      ? `Lhůta pro odvolání uplynula ${day}. Odvolání přesto můžete podat, úřad ho posoudí jako opožděné.`
      : `Lhůta pro odvolání běží do\u00a0${day}.`,
  };
}

/** A decision, as far as it matters to whether its applicant is offered to appeal; days in Europe/Prague. */
export interface Appealable {
  outcome: Outcome | null;
  decidedOn: Temporal.PlainDate;
  /** Null as long as it has not been. */
  deliveredOn: Temporal.PlainDate | null;
  appealUntil: Temporal.PlainDate | null;
}

/**
 * Whether an appeal makes sense to offer; anybody may file one all the same. Who got all they asked for may object to how,
 * while the period runs. Others may appeal before the decision is delivered, since it was issued, and also late (§ 92 of
 * 500/2004); of what was never delivered, for a year (§ 84 (1)).
 */
export function isAppealOffered(decision: Appealable, today: Temporal.PlainDate): boolean {
  const { outcome, decidedOn, deliveredOn, appealUntil } = decision;
  if (outcome === null || outcome === 'settled') return false;
  const isPast = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(today, day) > 0;
  if (outcome === 'granted') return deliveredOn !== null && appealUntil !== null && !isPast(appealUntil);
  return deliveredOn !== null || !isPast(decidedOn.add({ years: 1 }));
}

/** Whether the decision that stands has been appealed against; a newer one has not been yet. */
export function isAppealed(events: readonly CaseEvent[]): boolean {
  const lastOf = (type: CaseEvent['type']) => events.findLastIndex(event => event.type === type);
  return lastOf('appealed') > lastOf('decided');
}

/** The day on which the decision that stands was delivered; null as long as that day has not come. */
export function deliveryDay(events: readonly CaseEvent[], today: Temporal.PlainDate): Temporal.PlainDate | null {
  const decided = events.findLastIndex(({ type }) => type === 'decided');
  const served = events.slice(decided + 1).findLast(event => event.type === 'served');
  const day = served?.data.deliveredOn ? Temporal.PlainDate.from(served.data.deliveredOn) : null;
  return day && Temporal.PlainDate.compare(day, today) <= 0 ? day : null;
}
