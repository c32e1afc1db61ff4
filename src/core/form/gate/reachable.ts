import type { Definition, Logic } from '../definition.ts';
import { askedIn } from '../formulas.ts';
import { placesOf, type Place } from '../places.ts';
import { certaintyOf, type Budget } from './certainty.ts';
import { comparisonsIn } from './comparison.ts';
import { possibleAnswers } from './possible-answers.ts';

/** Whether these conditions can never hold together, whatever is filed. */
export type Never = (conditions: readonly Logic[]) => boolean;

/** Parts of conditions looked at, for one question and for a whole agenda: some tenths of a second at most. */
const mostForOne = 20_000;
const mostForAll = 200_000;
/** Questions tried together; the answers of others stay open. */
const mostAsked = 40;

/**
 * Tries the answers that matter to the questions some conditions ask about, and to those that decide whether these are
 * asked at all. Says "never" only when every attempt ends in a no; what would take too long, or turns on arithmetic or on
 * what is in rows of groups, counts as possible. Speaks of filings from `today` on.
 */
export function neverIn(definition: Definition, { today }: { today: Temporal.PlainDate }): Never {
  const byId = new Map(placesOf(definition).map(place => [place.field.id, place]));
  const looks = new Map<Logic, Look>();
  const lookInto = (logic: Logic): Look => {
    const look = looks.get(logic) ?? { asked: askedIn(logic), comparisons: comparisonsIn(logic) };
    looks.set(logic, look);
    return look;
  };
  let leftForAll = mostForAll;
  return conditions => {
    const budget = { left: Math.min(leftForAll, mostForOne) };
    const given = budget.left;
    const isPossible = canHold(conditions, askedFor(conditions, { byId, lookInto, today }), budget);
    leftForAll -= given - budget.left;
    return !isPossible;
  };
}

/** What a condition asks about, looked up once. */
interface Look {
  asked: string[];
  comparisons: { id: string; comparison: object }[];
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

interface Form {
  byId: ReadonlyMap<string, Place>;
  lookInto: (logic: Logic) => Look;
  today: Temporal.PlainDate;
}

/** The questions that decide, the nearest ones, in the order they are asked; without those whose answers cannot be listed. */
function askedFor(conditions: readonly Logic[], { byId, lookInto, today }: Form): Asked[] {
  const found = new Set<Place>();
  const waiting = [...conditions];
  // The list grows as questions are found that have conditions of their own.
  for (const condition of waiting) {
    for (const id of lookInto(condition).asked) {
      const place = byId.get(id);
      if (place === undefined || found.has(place) || found.size >= mostAsked) continue;
      found.add(place);
      waiting.push(...conditionsOf(place));
    }
  }
  const comparisons = Map.groupBy(
    waiting.flatMap(condition => lookInto(condition).comparisons),
    ({ id }) => id,
  );
  return [...found]
    .sort((a, b) => a.order - b.order)
    .flatMap(place => {
      const { id } = place.field;
      const compared = (comparisons.get(id) ?? []).map(({ comparison }) => comparison);
      const answers = possibleAnswers(place.field, compared, { today });
      return answers === undefined ? [] : [{ id, conditions: conditionsOf(place), answers }];
    });
}

/** Answers one question after another, none of them as well, and turns back as soon as a condition is lost. */
function canHold(conditions: readonly Logic[], asked: readonly Asked[], budget: Budget): boolean {
  const tried = new Map<string, unknown>();
  const certainty = (logic: Logic) => certaintyOf(logic, tried, budget);
  const search = (index: number): boolean => {
    if (budget.left <= 0) return true;
    const found = conditions.map(certainty);
    if (found.includes('no')) return false;
    const next = asked[index];
    if (next === undefined || !found.includes('maybe')) return true;
    const isAsked = !next.conditions.some(logic => certainty(logic) === 'no');
    const isPossible = [...(isAsked ? next.answers : []), null].some(answer => {
      tried.set(next.id, answer);
      return search(index + 1);
    });
    tried.delete(next.id);
    return isPossible;
  };
  return search(0);
}
