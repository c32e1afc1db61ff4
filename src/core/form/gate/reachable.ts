import type { Definition, Logic } from '../definition.ts';
import { askedIn } from '../formulas.ts';
import { placesOf, type Place } from '../places.ts';
import { certaintyOf, type Budget } from './certainty.ts';
import { possibleAnswers } from './possible-answers.ts';

/** Whether these conditions can never hold together, whatever is filed. */
export type Never = (conditions: readonly Logic[]) => boolean;

/** Parts of conditions looked at, for one question and for a whole agenda: a few tenths of a second at most. */
const mostForOne = 20_000;
const mostForAll = 200_000;

/**
 * Tries the answers that matter to the questions some conditions ask about, and to those that decide whether these are
 * asked at all. Says "never" only when every trial ends in a no; what would take too long, or turns on arithmetic or on
 * rows of groups, counts as possible. Speaks of filings from `today` on.
 */
export function neverIn(definition: Definition, { today }: { today: Temporal.PlainDate }): Never {
  const places = placesOf(definition);
  const byId = new Map(places.map(place => [place.field.id, place]));
  let leftForAll = mostForAll;
  return conditions => {
    const budget = { left: Math.min(leftForAll, mostForOne) };
    const given = budget.left;
    const isPossible = canHold(conditions, askedFor(conditions, { byId, today }), budget);
    leftForAll -= given - budget.left;
    return !isPossible;
  };
}

/** What has to hold for a field to be asked. */
export function conditionsOf({ step, group, field }: Place): Logic[] {
  return [step.when, group?.when, field.when].filter(when => when !== undefined);
}

interface Asked {
  id: string;
  /** Why it is asked. */
  conditions: Logic[];
  answers: unknown[];
}

/** The questions that decide, in the order they are asked; those whose answers cannot be listed are left out. */
function askedFor(
  conditions: readonly Logic[],
  { byId, today }: { byId: ReadonlyMap<string, Place>; today: Temporal.PlainDate },
): Asked[] {
  const found = new Set<Place>();
  const all: Logic[] = [];
  const waiting = [...conditions];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    all.push(next);
    for (const id of askedIn(next)) {
      const place = byId.get(id);
      if (place === undefined || found.has(place)) continue;
      found.add(place);
      waiting.push(...conditionsOf(place));
    }
  }
  return [...found]
    .sort((a, b) => a.order - b.order)
    .flatMap(place => {
      const answers = possibleAnswers(place.field, all, { today });
      return answers === undefined ? [] : [{ id: place.field.id, conditions: conditionsOf(place), answers }];
    });
}

/** Answers one question after another, none of them as well, and turns back as soon as a condition is lost. */
function canHold(conditions: readonly Logic[], asked: readonly Asked[], budget: Budget): boolean {
  const trial = new Map<string, unknown>();
  const certainty = (logic: Logic) => certaintyOf(logic, trial, budget);
  const search = (index: number): boolean => {
    if (budget.left <= 0) return true;
    const found = conditions.map(certainty);
    if (found.includes('no')) return false;
    const next = asked[index];
    if (next === undefined || !found.includes('maybe')) return true;
    const isAsked = !next.conditions.some(logic => certainty(logic) === 'no');
    const isPossible = [...(isAsked ? next.answers : []), null].some(answer => {
      trial.set(next.id, answer);
      return search(index + 1);
    });
    trial.delete(next.id);
    return isPossible;
  };
  return search(0);
}
