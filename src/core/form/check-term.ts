import type { Kind } from './check-answers.ts';
import { canBe } from './check-answers.ts';
import type { Field } from './definition.ts';

/** A part of a formula: what it gives, and what is wrong inside. */
export interface Term {
  kind: Kind;
  problems: string[];
  /** The question whose answer it is. */
  field?: Field;
  /** What is written there, where it is no question and no operator. */
  literal?: string | number | boolean | null;
  /** Of a list that is written there. */
  items?: Term[];
}

export function wrong(problem: string): Term {
  return { kind: 'anything', problems: [problem] };
}

/** A number is true unless it is zero, which nobody means by it. */
export function notCondition({ kind, field, literal }: Term): string[] {
  if (kind === 'number') {
    const what = field === undefined ? 'Tady vychází číslo' : `Odpověď na otázku ${named(field)} je číslo`;
    return [`${what}, podmínka potřebuje ano, nebo ne. Porovnejte ho, třeba „> 0“.`];
  }
  return typeof literal === 'string' ? [`Text „${literal}“ sám o\u00a0sobě není podmínka.`] : [];
}

export function notNumber({ kind, field, literal }: Term): string[] {
  if (kind === 'number' || kind === 'anything') return [];
  if (field !== undefined) return [`Odpověď na otázku ${named(field)} není číslo, počítat s\u00a0ní nejde.`];
  return [literal === undefined ? 'Výsledkem má být číslo.' : `S\u00a0hodnotou „${String(literal)}“ nejde počítat.`];
}

export function notCountable({ kind }: Term): string[] {
  if (kind === 'rows' || kind === 'ticks' || kind === 'anything') return [];
  return ['„count“ počítá řádky skupiny nebo zaškrtnuté možnosti.'];
}

export function notDay(term: Term): string[] {
  const isDay =
    term.literal === undefined ? term.kind === 'date' || term.kind === 'anything' : canBe('date', term.literal);
  return isDay ? [] : ['„daysBetween“ počítá dny mezi dvěma daty.'];
}

/** A question as people know it. */
export function named({ id, label }: Field): string {
  return `„${label === '' ? id : label}“`;
}
