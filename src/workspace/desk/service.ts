import { type Delivery, deliveryWays, serviceOf } from '../../core/case/service.ts';
import { formatDate } from '../../core/czech/format.ts';
import type { Typed } from './attempt.ts';
import type { DeskCase } from './find.ts';

/** How the decision was served, and what follows from it. */
export interface ServiceView {
  way: Delivery['way'];
  deliveredOn: string | null;
  byFiction: boolean;
  appealUntil: string | null;
  finalOn: string | null;
}

/** Null until somebody has written it down. */
export function serviceView({ events, snapshot }: Pick<DeskCase, 'events' | 'snapshot'>): ServiceView | null {
  const decided = events.findLastIndex(({ type }) => type === 'decided');
  const served = events.slice(decided).findLast(event => event.type === 'served');
  if (snapshot.outcome === null || !served) return null;
  const { delivery } = served.data;
  const { deliveredOn, byFiction, appealUntil, finalOn } = serviceOf(delivery);
  return {
    way: delivery.way,
    deliveredOn: deliveredOn && formatDate(deliveredOn),
    byFiction,
    appealUntil: appealUntil && formatDate(appealUntil, 'weekday'),
    finalOn: finalOn && formatDate(finalOn),
  };
}

export function deliveryOptions(typed: Typed): { value: Delivery['way']; isChosen: boolean }[] {
  return deliveryWays.map(value => ({ value, isChosen: value === typed['doruceni-zpusob'] }));
}
