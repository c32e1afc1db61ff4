import type { Definition } from '../definition.ts';
import { orphanTranslations } from '../translations.ts';

/** An agenda without the translations of what is no longer there; `names` are like "fields.dogName". */
export function withoutTranslations(definition: Definition, names: readonly string[]): Definition {
  return without(definition, place => names.some(name => place.startsWith(`${name}.`)));
}

/** An agenda without translations of texts it does not have (any more): nobody reads them, and the gate lets none through. */
export function withoutOrphanTranslations(definition: Definition): Definition {
  const orphans = new Set(orphanTranslations(definition));
  return orphans.size === 0 ? definition : without(definition, place => orphans.has(place));
}

function without(definition: Definition, isGone: (place: string) => boolean): Definition {
  const kept = (texts: Record<string, string>) =>
    Object.fromEntries(Object.entries(texts).filter(([place]) => !isGone(place)));
  const { en, uk } = definition.translations;
  return { ...definition, translations: { ...(en && { en: kept(en) }), ...(uk && { uk: kept(uk) }) } };
}
