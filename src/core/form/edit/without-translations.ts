import type { Definition } from '../definition.ts';

/** An agenda without the translations of what is no longer there; `names` are like "fields.dogName". */
export function withoutTranslations(definition: Definition, names: readonly string[]): Definition {
  const kept = (texts: Record<string, string>) =>
    Object.fromEntries(Object.entries(texts).filter(([place]) => !names.some(name => place.startsWith(`${name}.`))));
  const { en, uk } = definition.translations;
  return { ...definition, translations: { ...(en && { en: kept(en) }), ...(uk && { uk: kept(uk) }) } };
}
