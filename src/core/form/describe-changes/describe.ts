import { canonicalJson } from '../../case/canonical.ts';
import type { Change } from './change.ts';
import { bothQuoted, isSpacing, listed, quoted } from './quotes.ts';
import { at, change, inside, itself, type Subject } from './subject.ts';

/** Says how two versions of something differ; nothing when they do not. */
export type Describe<T> = (before: T, after: T, subject: Subject) => Change[];

/** What a property is called, in the nominative at the beginning of a sentence and in the accusative. */
export interface Name {
  is: string;
  has: string;
}

export function isSame(before: unknown, after: unknown): boolean {
  return before === after || canonicalJson([before ?? null]) === canonicalJson([after ?? null]);
}

/** One describer for each property; the compiler sees to it that none is forgotten. */
export type Properties<T> = { [K in keyof T]-?: Describe<T[K]> };

export function properties<T extends object>(table: Properties<T>): Describe<T> {
  return (before, after, subject) =>
    (Object.keys(table) as (keyof T & string)[]).flatMap(key =>
      isSame(before[key], after[key]) ? [] : table[key](before[key], after[key], inside(subject, key)),
    );
}

/** For what never differs on its own, because things are told apart by it. */
export const identity: Describe<unknown> = () => [];

/** A text with a name of its own, e.g. a hint. */
export function text(name: Name): Describe<string | undefined> {
  return (before = '', after = '', subject) => {
    if (before === after) return [];
    if (before === '') return change(subject, 'added', `${itself(subject)} má nově ${name.has} ${quoted(after)}`);
    if (after === '') return change(subject, 'removed', `${itself(subject)} už nemá ${name.has} ${quoted(before)}`);
    if (isSpacing(before, after)) return change(subject, 'changed', spacing(name, subject));
    const both = bothQuoted(before, after);
    return change(subject, 'changed', `${name.is}${at(subject)} je nově ${both.after} (dřív ${both.before})`);
  };
}

function spacing({ is }: Name, subject: Subject): string {
  return `${is}${at(subject)}: slova zůstala, změnily se jen mezery nebo konce řádků`;
}

/** The text a thing is called by, e.g. the wording of a question. */
export function wording(verb: string): Describe<string> {
  return (before, after, subject) => {
    if (isSpacing(before, after))
      return change(subject, 'changed', spacing({ is: 'Znění', has: '' }, { ...subject, name: after }));
    const both = bothQuoted(before, after);
    const older = { ...subject, name: before };
    return change(subject, 'changed', `${itself(older)} ${verb} ${both.after}`);
  };
}

/** A value that is said in a few words, e.g. a bound. */
export function value<T>(
  name: Name,
  show: (value: T, side: 'before' | 'after', subject: Subject) => string,
): Describe<T | undefined> {
  return (before, after, subject) => {
    const [old, young] = [
      before === undefined ? '' : show(before, 'before', subject),
      after === undefined ? '' : show(after, 'after', subject),
    ];
    if (before === undefined) return change(subject, 'added', `${itself(subject)} má nově ${name.has} ${young}`);
    if (after === undefined) return change(subject, 'removed', `${itself(subject)} už nemá ${name.has} ${old}`);
    return change(subject, 'changed', `${name.is}${at(subject)} je nově ${young} (dřív ${old})`);
  };
}

/** What is either so or not. */
export function flag(say: { on: (subject: Subject) => string; off: (subject: Subject) => string }): Describe<boolean> {
  return (_before, after, subject) => change(subject, 'changed', (after ? say.on : say.off)(subject));
}

/** A list of words in which each means something by itself. `is` is followed by a colon. */
export function words<T extends string>(
  is: string,
  show: (word: T, subject: Subject) => string = word => word,
): Describe<readonly T[]> {
  return (before, after, subject) => {
    const name = (word: T) => show(word, subject);
    const added = after.filter(word => !before.includes(word)).map(name);
    const removed = before.filter(word => !after.includes(word)).map(name);
    const told = [
      ...(added.length > 0 ? [`přibylo ${listed(added)}`] : []),
      ...(removed.length > 0 ? [`ubylo ${listed(removed)}`] : []),
    ];
    const news = told.length > 0 ? told.join('; ') : 'jiné pořadí';
    return change(subject, 'changed', `${is}${at(subject)}: ${news}`);
  };
}
