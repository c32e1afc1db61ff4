import { isQuestion, type FieldOf, type Logic } from '../definition.ts';
import { sourceOf } from '../prefill.ts';
import type { Problem } from '../problem.ts';
import { conditionsOf } from './reachable.ts';
import type { Rule, Subject } from './rule.ts';

/** Nobody is asked for the same thing twice, unless one filing never asks both. */
export const askedTwice: Rule = {
  name: 'asked-twice',
  level: 'warning',
  find(subject) {
    const demands = demandsOf(subject);
    return demands.flatMap((later, index) => {
      const earlier = demands.slice(0, index).find(other => isTheSame(other, later, subject));
      return earlier === undefined ? [] : [again(later, earlier)];
    });
  },
};

/** One thing the applicant is asked for: an answer, rows or a file. */
interface Demand {
  by: 'question' | 'file' | 'attachment';
  label: string;
  path: string;
  /** In the words of the form. */
  where: string;
  conditions: Logic[];
  group?: FieldOf<'group'> | undefined;
  /** What the account knows of it, named by the question or implied by what the answer is used for. */
  source?: string | undefined;
}

function demandsOf({ definition, places }: Subject): Demand[] {
  const asked = places.flatMap((place): Demand[] => {
    const { field, group, step, path } = place;
    if (!isQuestion(field) && field.type !== 'group' && field.type !== 'file') return [];
    const by = field.type === 'file' ? 'file' : 'question';
    const where = `krok „${step.title}“, otázka „${field.label}“`;
    const source = isQuestion(field) ? sourceOf(field, definition) : undefined;
    return [{ by, label: field.label, path, where, conditions: conditionsOf(place), group, source }];
  });
  const attached = definition.attachments.map(({ label, when }, index): Demand => {
    const conditions = when === undefined ? [] : [when];
    return { by: 'attachment', label, path: `attachments[${index}]`, where: `příloha „${label}“`, conditions };
  });
  return [...asked, ...attached];
}

function isTheSame(earlier: Demand, later: Demand, { never }: Subject): boolean {
  if (earlier.group !== later.group) return false;
  // A question is often named as the attachment that proves its answer.
  const isComparable = later.by !== 'attachment' || earlier.by !== 'question';
  const isSame = (isComparable && hasSameLabel(earlier, later)) || hasSameSource(earlier, later);
  return isSame && !never([...earlier.conditions, ...later.conditions]);
}

function hasSameLabel(one: Demand, other: Demand): boolean {
  return plain(one.label) !== '' && plain(one.label) === plain(other.label);
}

function plain(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function hasSameSource(one: Demand, other: Demand): boolean {
  return one.source !== undefined && one.source === other.source;
}

function again(later: Demand, earlier: Demand): Problem {
  return { path: later.path, message: message(later, earlier) };
}

function message(later: Demand, { where, by, label }: Demand): string {
  if (plain(later.label) !== plain(label))
    return `Stejný údaj z\u00a0účtu se vyplňuje už dřív (${where}). Nechte ho jen u\u00a0jedné otázky.`;
  if (by !== 'question' && later.by !== 'question')
    return `Tentýž soubor formulář chce už dřív (${where}). Nechte ho jen jednou, nebo soubory pojmenujte jinak.`;
  return `Na totéž se formulář ptá už dřív (${where}). Otázky slučte, nebo je pojmenujte jinak.`;
}
