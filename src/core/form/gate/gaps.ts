import { isQuestion, type Logic } from '../definition.ts';
import { askedIn } from '../formulas.ts';
import type { Place } from '../places.ts';
import type { Budget } from './certainty.ts';
import { completeFilings } from './complete-filings.ts';
import { conditionsOf } from './reachable.ts';
import type { Subject } from './rule.ts';

/** Why a formula may give no number: what it needs may be missing, it may divide by zero, an `if` may end in nothing. */
export type Gap = { missing: Place } | 'zero' | 'otherwise';

/** Parts looked at; figures may be worked out of each other in ever more ways. */
const mostParts = 500;

/**
 * Where a formula may give no number though the filing is complete: required questions that are asked are answered, others
 * only where a condition of an `if` makes sure of it. What cannot be told counts as a gap. Takes a sketch too; the work is
 * bounded.
 */
export function gapsIn(formula: Logic, { places, never }: Pick<Subject, 'places' | 'never'>): Gap[] {
  const byId = new Map(places.map(place => [place.field.id, place]));
  const isPossible = (given: Logic[]) => !never([...given, ...completeFilings(given, byId)]);
  return gaps(formula, { byId, isPossible, given: [], budget: { left: mostParts } });
}

interface Branch {
  byId: ReadonlyMap<string, Place>;
  /** Whether a complete filing may be so. */
  isPossible: (given: Logic[]) => boolean;
  /** What holds whenever this part of the formula is worked out. */
  given: Logic[];
  budget: Budget;
}

function gaps(part: unknown, branch: Branch): Gap[] {
  branch.budget.left -= 1;
  if (part === null) return ['otherwise'];
  if (typeof part !== 'object' || branch.budget.left < 0) return [];
  const [operator = '', value] = Object.entries(part)[0] ?? [];
  const values: unknown[] = Array.isArray(value) ? value : [value];
  const within = () => values.flatMap(inner => gaps(inner, branch));
  switch (operator) {
    case 'var':
      return askedIn(part).flatMap(id => gapsOfPlace(branch.byId.get(id), branch));
    case 'if':
      return gapsOfChoice(values, branch);
    case '/':
      return [...within(), ...(mayBeZero(values[1], branch) ? ['zero' as const] : [])];
    // They count what there is, if only nothing.
    case 'sum':
    case 'count':
      return [];
    default:
      return within();
  }
}

function gapsOfPlace(place: Place | undefined, branch: Branch): Gap[] {
  if (place === undefined) return [];
  const { field } = place;
  const conditions = conditionsOf(place);
  const isOptional = isQuestion(field) && !field.required;
  const isMissing: Logic = isOptional ? { '==': [{ var: field.id }, null] } : { '!': [{ and: conditions }] };
  const isGap = (isOptional || conditions.length > 0) && branch.isPossible([...branch.given, isMissing]);
  const given = [...branch.given, ...conditions];
  const within = field.type === 'computed' ? gaps(field.value, { ...branch, given }) : [];
  return isGap ? [{ missing: place }, ...within] : within;
}

/** Conditions and what they give in turns, and at the end what is given otherwise. */
function gapsOfChoice([condition, result, ...rest]: unknown[], branch: Branch): Gap[] {
  const { given, isPossible } = branch;
  if (!isPossible(given)) return [];
  if (condition === undefined) return ['otherwise'];
  if (result === undefined) return gaps(condition, branch);
  // What stands there is a condition, as `checkDefinition` has seen.
  const holds = condition as Logic;
  return [
    ...gapsOfChoice([result], { ...branch, given: [...given, holds] }),
    ...gapsOfChoice(rest, { ...branch, given: [...given, { '!': [holds] }] }),
  ];
}

function mayBeZero(divisor: unknown, { given, isPossible }: Branch): boolean {
  return typeof divisor === 'number' ? divisor === 0 : isPossible([...given, { '==': [divisor, 0] }]);
}
