import { isQuestion } from '../definition.ts';
import type { Place } from '../places.ts';
import type { Problem } from '../problem.ts';
import { conditionsOf } from './reachable.ts';
import type { Rule, Subject } from './rule.ts';

/** Nobody is asked for the same thing twice, unless one filing never asks both. */
export const askedTwice: Rule = {
  name: 'asked-twice',
  level: 'warning',
  find: subject =>
    subject.places.flatMap((place, index) => {
      const earlier = subject.places.slice(0, index).find(other => asksTheSame(other, place, subject));
      return earlier === undefined ? [] : [again(place, earlier)];
    }),
};

function asksTheSame(earlier: Place, later: Place, { never }: Subject): boolean {
  if (earlier.group !== later.group) return false;
  const isSame = hasSameLabel(earlier, later) || hasSamePrefill(earlier, later);
  return isSame && !never([...conditionsOf(earlier), ...conditionsOf(later)]);
}

function hasSameLabel({ field: one }: Place, { field: other }: Place): boolean {
  const isAsked = [one, other].every(field => isQuestion(field) || field.type === 'group' || field.type === 'file');
  return isAsked && plain(one.label) !== '' && plain(one.label) === plain(other.label);
}

function plain(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function hasSamePrefill({ field: one }: Place, { field: other }: Place): boolean {
  return isQuestion(one) && isQuestion(other) && one.prefill !== undefined && one.prefill === other.prefill;
}

function again({ field, path }: Place, earlier: Place): Problem {
  const where = `krok „${earlier.step.title}“, otázka „${earlier.field.label}“`;
  const message =
    plain(field.label) === plain(earlier.field.label)
      ? `Na totéž se formulář ptá už dřív (${where}). Otázky slučte, nebo je pojmenujte jinak.`
      : `Stejný údaj z\u00a0účtu se vyplňuje už dřív (${where}). Nechte ho jen u\u00a0jedné otázky.`;
  return { path, message };
}
