import type { Definition } from './definition.ts';
import { describeAbout } from './describe-changes/about.ts';
import { describeAttachments } from './describe-changes/attachments.ts';
import type { Area, Change } from './describe-changes/change.ts';
import { isSame, type Describe } from './describe-changes/describe.ts';
import { describeFee } from './describe-changes/fee.ts';
import { fieldListChanges } from './describe-changes/fields.ts';
import { describeFiling } from './describe-changes/filing.ts';
import { describeLaw } from './describe-changes/law.ts';
import { describeLetters } from './describe-changes/letters.ts';
import { describeProcessing } from './describe-changes/processing.ts';
import { describeRules } from './describe-changes/rules.ts';
import { stepChanges } from './describe-changes/steps.ts';
import type { Context, Names } from './describe-changes/subject.ts';
import { describeTranslations } from './describe-changes/translations.ts';
import { describeVisit } from './describe-changes/visit.ts';

export type { Area, Change } from './describe-changes/change.ts';

/**
 * What differs between two versions of an agenda, in Czech sentences a clerk understands, area by area in the order of
 * `areas`. Steps, questions, options, attachments and the like are the same when their ids are, so that a renamed question is
 * one question. Equal documents have no changes, and any difference has at least one. `names` are those of departments
 * and life situations by slug. Takes sketches too.
 */
export function describeChanges(before: Definition, after: Definition, names: Names = {}): Change[] {
  if (isSame(before, after)) return [];
  const context: Context = { before, after, names };
  return [
    ...part(context, 'about', describeAbout),
    ...part(context, 'filing', describeFiling),
    ...stepChanges(context),
    ...fieldListChanges(context),
    ...at(context, 'attachments', 'attachments', describeAttachments),
    ...at(context, 'rules', 'rules', describeRules),
    ...at(context, 'fee', 'fee', describeFee),
    ...at(context, 'visit', 'visit', describeVisit),
    ...part(context, 'processing', describeProcessing),
    ...at(context, 'law', 'law', describeLaw),
    ...part(context, 'letters', describeLetters),
    ...at(context, 'translations', 'translations', describeTranslations),
  ];
}

/** Some properties of the agenda. */
function part(context: Context, area: Area, describe: Describe<Definition>): Change[] {
  return describe(context.before, context.after, { area, noun: 'agenda', name: '', place: '', context });
}

/** One property of the agenda. */
function at<K extends keyof Definition>(
  context: Context,
  area: Area,
  key: K,
  describe: Describe<Definition[K]>,
): Change[] {
  const { before, after } = context;
  if (isSame(before[key], after[key])) return [];
  return describe(before[key], after[key], { area, noun: 'agenda', name: '', place: key, context });
}
