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
export function serviceView(found: Pick<DeskCase, 'events' | 'snapshot'>): ServiceView | null {
  const delivery = writtenDown(found);
  if (!delivery) return null;
  const { deliveredOn, byFiction, appealUntil, finalOn } = serviceOf(delivery);
  return {
    way: delivery.way,
    deliveredOn: deliveredOn && formatDate(deliveredOn),
    byFiction,
    appealUntil: appealUntil && formatDate(appealUntil, 'weekday'),
    finalOn: finalOn && formatDate(finalOn),
  };
}

/** How the decision that holds was delivered, as the officer wrote it. */
function writtenDown({ events, snapshot }: Pick<DeskCase, 'events' | 'snapshot'>): Delivery | null {
  if (snapshot.outcome === null) return null;
  const decided = events.findLastIndex(({ type }) => type === 'decided');
  const served = events.slice(decided).findLast(event => event.type === 'served');
  return served?.data.delivery ?? null;
}

/**
 * With what the form begins: with what was written down, to be mended or completed; before that, as sent or handed over today.
 * When somebody took it, nobody knows until they are told.
 */
export function deliveryTyped(found: Pick<DeskCase, 'events' | 'snapshot'>, today: Temporal.PlainDate): Typed {
  const delivery = writtenDown(found);
  if (!delivery) return { 'doruceni-odeslano': today.toString() };
  const { way, sentOn, takenOn } = delivery;
  return { 'doruceni-zpusob': way, 'doruceni-odeslano': sentOn, 'doruceni-prevzato': takenOn ?? '' };
}

export function deliveryOptions(typed: Typed): { value: Delivery['way']; isChosen: boolean }[] {
  return deliveryWays.map(value => ({ value, isChosen: value === typed['doruceni-zpusob'] }));
}
