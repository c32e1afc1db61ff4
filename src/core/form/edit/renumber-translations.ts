import type { Definition } from '../definition.ts';

type Translations = Definition['translations'];

/**
 * The translations of an agenda whose `list`, e.g. "law", comes in another order, gains or loses items. What is in it is
 * known to translations by its number ("law.2.text"); `places` gives, for each item as the list will be, the number it has
 * now. Translations of items that are gone go with them.
 */
export function renumbered(translations: Translations, list: string, places: readonly number[]): Translations {
  const moved = (texts: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(texts).flatMap(([key, text]) => newKeys(key, list, places).map(at => [at, text])),
    );
  const { en, uk } = translations;
  return { ...(en && { en: moved(en) }), ...(uk && { uk: moved(uk) }) };
}

/** One, or none. */
function newKeys(key: string, list: string, places: readonly number[]): string[] {
  if (!key.startsWith(`${list}.`)) return [key];
  const [number, ...rest] = key.slice(list.length + 1).split('.');
  const place = places.indexOf(Number(number));
  return place < 0 ? [] : [[list, place, ...rest].join('.')];
}
