import type { Definition, Field } from '../definition.ts';
import { placesOf } from '../places.ts';
import type { Area, Change } from './change.ts';
import { nouns, type NounName } from './nouns.ts';
import { ended, quoted } from './quotes.ts';

/** The thing a change is about, and how to speak of it. */
export interface Subject {
  area: Area;
  noun: NounName;
  /** What it is called, in the newer version where it is there. */
  name: string;
  place: string;
  /** What it is a part of, when its name alone would not say. */
  within?: Subject | undefined;
  context: Context;
}

export interface Context {
  before: Definition;
  after: Definition;
  names: Names;
}

/** Names of what an agenda only refers to, by slug; a slug without one is shown as it is. */
export interface Names {
  departments?: Record<string, string>;
  lifeSituations?: Record<string, string>;
}

export function inside(subject: Subject, property: string | number): Subject {
  return { ...subject, place: subject.place === '' ? String(property) : `${subject.place}.${property}` };
}

export function change(subject: Subject, kind: Change['kind'], sentence: string): Change[] {
  return [{ area: subject.area, kind, what: subject.noun, sentence: ended(sentence), place: subject.place }];
}

/** "Otázka „Plemeno“", at the beginning of a sentence. */
export function itself(subject: Subject): string {
  const words = inCase(subject, 'one');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** " u otázky „Plemeno“"; nothing for the agenda, of which everything is a part. */
export function at(subject: Subject): string {
  return subject.noun === 'agenda' ? '' : ` u\u00a0${inCase(subject, 'of')}`;
}

/** "otázku „Plemeno“" and the like. */
export function inCase(subject: Subject, grammaticalCase: 'one' | 'of' | 'accusative'): string {
  const noun = nouns[subject.noun][grammaticalCase];
  if (subject.noun === 'agenda') return noun;
  const name = subject.name === '' ? 'bez názvu' : quoted(subject.name);
  return `${noun} ${name}${subject.within === undefined ? '' : at(subject.within)}`;
}

/** The form of a verb or adjective that agrees with the thing: agreeing(step, 'přibyl', 'přibyla', 'přibylo'). */
export function agreeing({ noun }: Subject, masculine: string, feminine: string, neuter: string): string {
  return { m: masculine, f: feminine, n: neuter }[nouns[noun].gender];
}

/** What the question of an id is called in one version. */
export function labelIn(definition: Definition, id: string): string {
  return quoted(placesOf(definition).find(({ field }) => field.id === id)?.field.label ?? id);
}

/** What a field is called when people talk of it. */
export function nounOf({ type }: Field): NounName {
  switch (type) {
    case 'declaration':
    case 'group':
    case 'computed':
    case 'heading':
    case 'explanation':
      return type;
    default:
      return 'question';
  }
}
