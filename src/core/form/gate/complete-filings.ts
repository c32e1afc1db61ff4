import { isQuestion, type Logic } from '../definition.ts';
import { askedIn } from '../formulas.ts';
import type { Place } from '../places.ts';
import { conditionsOf } from './reachable.ts';

/** Questions spoken of, the nearest ones; others stay open. */
const mostAsked = 40;

/** What holds of every complete filing, as far as some conditions turn on it: what is required and asked is answered. */
export function completeFilings(conditions: readonly Logic[], byId: ReadonlyMap<string, Place>): Logic[] {
  const found = new Set<Place>();
  const waiting = [...conditions];
  // The list grows as questions are found that have conditions of their own.
  for (const condition of waiting) {
    for (const id of askedIn(condition)) {
      const place = byId.get(id);
      if (place === undefined || found.has(place) || found.size >= mostAsked) continue;
      found.add(place);
      waiting.push(...conditionsOf(place));
    }
  }
  return [...found].filter(({ field }) => isQuestion(field) && field.required).map(answeredOnceAsked);
}

function answeredOnceAsked(place: Place): Logic {
  const isAnswered = { '!=': [{ var: place.field.id }, null] };
  const conditions = conditionsOf(place);
  return conditions.length === 0 ? isAnswered : { or: [{ '!': [{ and: conditions }] }, isAnswered] };
}
