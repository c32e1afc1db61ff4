import { type Outcome, outcomeLabel } from '../core/case/states.ts';
import { type LetterKind, outcomesOf } from '../core/letters/steps.ts';
import { fillTemplate, mentions } from '../core/letters/template/fill.ts';
import type { Deps } from '../deps.ts';
import type { LetterCase } from './find-case.ts';

/** A text a new letter can begin with. */
export interface Beginning {
  /** By which an address names it. */
  id: string;
  kind: LetterKind;
  title: string;
  /** The template, yet to be filled in. */
  text: string;
  /** For which outcome; null where the text does not depend on it, or the case is decided. */
  outcome: Outcome | null;
}

/**
 * The letters of the agenda, then those for all agendas. One that depends on the outcome is there once for each while the
 * case is not decided.
 */
export async function beginningsOf({ db }: Pick<Deps, 'db'>, { letters, snapshot }: LetterCase): Promise<Beginning[]> {
  const own = letters.map(letter => ({ ...letter, kind: 'letter' as const }));
  const shared = await db.letterTemplate.findMany({ select: { id: true, kind: true, title: true, text: true } });
  shared.sort((a, b) => a.title.localeCompare(b.title, 'cs'));
  return [...own, ...shared].flatMap((template): Beginning[] => {
    if (snapshot.outcome !== null || !mentions(template.text, 'výsledek')) return [{ ...template, outcome: null }];
    return outcomesOf(template.kind).map(outcome => ({ ...template, id: `${template.id}.${outcome}`, outcome }));
  });
}

/** Its text for this case, in Markdown. */
export function begin({ text, outcome }: Beginning, { data }: LetterCase): string {
  const values = outcome === null ? data.values : { ...data.values, výsledek: outcomeLabel(outcome).toLowerCase() };
  return fillTemplate(text, { ...data, values }, 'markdown');
}
