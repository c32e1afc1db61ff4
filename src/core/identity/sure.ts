import type { AssuranceLevel } from '../actor.ts';

/** Who says it: a provider of identities by its name, or the office whose clerk saw a document. */
export const sureSources = ['nia', 'bankId', 'dataBox', 'demo', 'counter'] as const;
export type SureSource = (typeof sureSources)[number];

/** What somebody other than the person says of them. */
export interface Said {
  source: SureSource;
  level: AssuranceLevel;
  /** The day it was last told. */
  on: Temporal.PlainDate;
  name: string;
  /** YYYY-MM-DD; null where it says nothing. */
  birthDate: string | null;
  /** In one line, as it was told. */
  address: string | null;
}

interface SureItem {
  value: string;
  source: SureSource;
  on: Temporal.PlainDate;
}

/** What is known for sure of a person; what is not is left out. */
export type Sure = Partial<Record<'name' | 'birthDate' | 'address', SureItem>>;

/**
 * Of each, what was told last by a register; what a clerk read in a document stands in where no register says it. Who proves
 * no more than a mailbox says nothing that is sure.
 */
export function sureOf(said: readonly Said[]): Sure {
  const inOrder = said
    .filter(({ level }) => level !== 'account')
    .toSorted((a, b) => rank(a) - rank(b) || Temporal.PlainDate.compare(b.on, a.on));
  const first = (item: keyof Sure): Sure => {
    const best = inOrder.find(one => one[item] !== null);
    const value = best?.[item];
    return best && value ? { [item]: { value, source: best.source, on: best.on } } : {};
  };
  return { ...first('name'), ...first('birthDate'), ...first('address') };
}

function rank({ source }: Said): number {
  return source === 'counter' ? 1 : 0;
}
