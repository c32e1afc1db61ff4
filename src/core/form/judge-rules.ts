import type { Answers } from './answers.ts';
import { isQuestion, type Rule } from './definition.ts';
import { isWrong, type FieldState } from './field-state.ts';
import { askedIn } from './formulas.ts';
import { certaintyOf } from './gate/certainty.ts';
import { isMissing } from './gate/unanswered.ts';
import { holds } from './logic.ts';

/**
 * What has to hold between answers; what does not becomes the error of a field. What is wrong by itself is mended first, so
 * one field shows one error. A rule whose question is not asked waits until all the rest is right, since answers to come may
 * yet have it asked; then its message stands at the last question asked of those the rule is about.
 */
export function judgeRules(rules: readonly Rule[], fields: FieldState[], answers: Answers): void {
  const broken = rules.filter(({ when, holds: condition }) => holds(when, answers) && !holds(condition, answers));
  const homeless: Rule[] = [];
  for (const rule of broken) {
    const shown = fields.find(({ field }) => field.id === rule.at);
    if (shown === undefined) homeless.push(rule);
    else if (!isWrong(shown)) shown.error = rule.message;
  }
  if (homeless.length === 0 || fields.some(isWrong)) return;
  for (const rule of homeless) {
    const shown = otherPlace(rule, fields);
    if (shown !== undefined && !isWrong(shown)) shown.error = rule.message;
  }
}

/** None when the rule is about nothing that is asked, or when nothing that is asked could make it hold. */
function otherPlace(rule: Rule, fields: readonly FieldState[]): FieldState | undefined {
  const about = aboutOf(rule, fields);
  if (!isMendable(rule, about, fields)) return undefined;
  return fields.findLast(({ field }) => about.has(field.id) && (isQuestion(field) || field.type === 'group'));
}

/** The questions a rule is about, and those that the figures it is about are worked out of. */
function aboutOf({ when, holds: condition }: Rule, fields: readonly FieldState[]): ReadonlySet<string> {
  const about = new Set(askedIn([when, condition]));
  // From the end: a figure is worked out of what comes before it.
  for (const { field } of fields.toReversed()) {
    if (field.type === 'computed' && about.has(field.id)) for (const id of askedIn(field.value)) about.add(id);
  }
  return about;
}

/** A rule must not ask for what nobody can give: that a day which is not asked comes after another. */
function isMendable(rule: Rule, about: ReadonlySet<string>, fields: readonly FieldState[]): boolean {
  const asked = new Set(fields.map(({ field }) => field.id));
  const unanswerable = new Map([...about].filter(id => !asked.has(id)).map(id => [id, null]));
  for (const { field } of fields) {
    if (field.type === 'computed' && isMissing(field.value, unanswerable)) unanswerable.set(field.id, null);
  }
  const couldHold = (lost: ReadonlyMap<string, null>) => certaintyOf(rule.holds, lost, { left: Infinity }) !== 'no';
  return couldHold(unanswerable) || !couldHold(new Map());
}
