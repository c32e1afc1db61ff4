import { answerKind, partKind, type Kind } from '../check-answers.ts';
import type { Field } from '../definition.ts';

/** How a condition compares an answer. */
export type Comparison =
  | 'is'
  | 'isNot'
  | 'isOneOf'
  | 'isNoneOf'
  | 'over'
  | 'atLeast'
  | 'under'
  | 'atMost'
  | 'includes'
  | 'excludes'
  | 'countAtLeast'
  | 'countAtMost'
  | 'laterByAtLeast'
  | 'laterByAtMost'
  | 'filled'
  | 'notFilled';

/** The comparisons that make sense for an answer, in the order they are offered, in Czech words. */
export function comparisonsFor(kind: Kind): { comparison: Comparison; words: string }[] {
  const words = { ...common, ...special[kind] };
  return offered[kind].map(comparison => ({ comparison, words: words[comparison] }));
}

/** Whether the comparison needs something to compare with. */
export function needsValue(comparison: Comparison): boolean {
  return comparison !== 'filled' && comparison !== 'notFilled';
}

/** Whether it compares two days by how many days there are between them. */
export function needsDays(comparison: Comparison): boolean {
  return comparison === 'laterByAtLeast' || comparison === 'laterByAtMost';
}

/** What kind of answer a question or its part, e.g. "zip", has; nothing for what is no part of it. */
export function kindAt(field: Field, part: string): Kind | undefined {
  return part === '' ? answerKind(field) : partKind(field, part);
}

const presence = ['filled', 'notFilled'] as const;
const order = ['over', 'atLeast', 'under', 'atMost', 'is', 'isNot'] as const;

const offered: Record<Kind, readonly Comparison[]> = {
  boolean: ['is', 'isNot', ...presence],
  number: [...order, ...presence],
  text: ['is', 'isNot', ...presence],
  date: [...order, 'laterByAtLeast', 'laterByAtMost', ...presence],
  time: [...order, ...presence],
  choice: ['is', 'isNot', 'isOneOf', 'isNoneOf', ...presence],
  ticks: ['includes', 'excludes', 'countAtLeast', 'countAtMost', ...presence],
  rows: ['countAtLeast', 'countAtMost', ...presence],
  parts: presence,
  nothing: [],
  anything: [],
};

const common: Record<Comparison, string> = {
  is: 'je',
  isNot: 'není',
  isOneOf: 'je některá z\u00a0možností',
  isNoneOf: 'není žádná z\u00a0možností',
  over: 'je větší než',
  atLeast: 'je aspoň',
  under: 'je menší než',
  atMost: 'je nejvýš',
  includes: 'obsahuje',
  excludes: 'neobsahuje',
  countAtLeast: 'počet zaškrtnutých je aspoň',
  countAtMost: 'počet zaškrtnutých je nejvýš',
  laterByAtLeast: 'je později aspoň o',
  laterByAtMost: 'je později nejvýš o',
  filled: 'je vyplněno',
  notFilled: 'není vyplněno',
};

const later: Partial<Record<Comparison, string>> = {
  over: 'je později než',
  atLeast: 'není dřív než',
  under: 'je dřív než',
  atMost: 'není později než',
};

const special: Partial<Record<Kind, Partial<Record<Comparison, string>>>> = {
  date: later,
  time: later,
  rows: { countAtLeast: 'počet řádků je aspoň', countAtMost: 'počet řádků je nejvýš' },
};
