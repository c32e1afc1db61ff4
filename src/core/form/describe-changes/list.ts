import type { Change } from './change.ts';
import { isSame, type Describe } from './describe.ts';
import { canonicalJson } from '../../case/canonical.ts';
import type { NounName } from './nouns.ts';
import { matched, outOfOrder } from './order.ts';
import { agreeing, change, inCase, type Subject } from './subject.ts';

interface Items<T> {
  noun: NounName;
  nameOf: (item: T) => string;
  describe: Describe<T>;
  /** What an item is a part of, said with its name. */
  isPart?: boolean;
}

/** A list of things that keep their id; in the place of the list, each stands under it. */
export function listById<T>(items: Items<T> & { idOf: (item: T) => string }): Describe<readonly T[]> {
  return (before, after, subject) =>
    describeList({ before, after, subject, ...items, keys: [items.idOf], placeOf: item => items.idOf(item) });
}

/** A list of things without an id: the same are those that are equal, have the same name, or at least the same place. */
export function listByName<T>(items: Items<T>): Describe<readonly T[]> {
  return (before, after, subject) =>
    describeList({
      before,
      after,
      subject,
      ...items,
      keys: [canonicalJson, items.nameOf, (_item, index) => String(index)],
      placeOf: (_item, index) => String(index),
    });
}

interface List<T> extends Items<T> {
  before: readonly T[];
  after: readonly T[];
  subject: Subject;
  keys: ((item: T, index: number) => string)[];
  placeOf: (item: T, index: number) => string;
}

function describeList<T>({ before, after, subject, keys, placeOf, ...items }: List<T>): Change[] {
  const { pairs, added, removed } = matched(before, after, keys);
  const about = (item: T, index: number): Subject => ({
    ...subject,
    noun: items.noun,
    name: items.nameOf(item),
    place: `${subject.place}.${placeOf(item, index)}`,
    within: items.isPart ? subject : undefined,
  });
  return [
    ...removed.flatMap(({ item, index }) => gone(about(item, index))),
    ...added.flatMap(({ item, index }) => come(about(item, index))),
    ...movesOf(pairs.map(({ after: item, from, to }) => ({ subject: about(item, to), from }))),
    ...pairs.flatMap(pair =>
      isSame(pair.before, pair.after) ? [] : items.describe(pair.before, pair.after, about(pair.after, pair.to)),
    ),
  ];
}

export function come(subject: Subject, more = ''): Change[] {
  return change(
    subject,
    'added',
    `${agreeing(subject, 'Přibyl', 'Přibyla', 'Přibylo')} ${inCase(subject, 'one')}${more}`,
  );
}

export function gone(subject: Subject, more = ''): Change[] {
  return change(subject, 'removed', `${agreeing(subject, 'Ubyl', 'Ubyla', 'Ubylo')} ${inCase(subject, 'one')}${more}`);
}

/** Things in their new order, with where they were; what moved is said by what it now stands in front of. */
export function movesOf(items: { subject: Subject; from: number }[]): Change[] {
  return outOfOrder(items.map(({ from }) => from)).flatMap(index => {
    const moved = items[index]?.subject;
    const next = items[index + 1]?.subject;
    if (moved === undefined) return [];
    const where = next === undefined ? 'na konec' : `před ${inCase({ ...next, within: undefined }, 'accusative')}`;
    const verb = agreeing(moved, 'přesunul', 'přesunula', 'přesunulo');
    const it = inCase(moved, 'one');
    return change(moved, 'moved', `${it.charAt(0).toUpperCase()}${it.slice(1)} se ${verb} ${where}`);
  });
}
