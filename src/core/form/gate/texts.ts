import type { Definition } from '../definition.ts';

/** A Czech text of an agenda and where it is. */
export interface Text {
  path: string;
  text: string;
  /** The name of the property, e.g. "label". */
  key: string;
}

/** Every Czech text people read; not names of laws, which are as they are, nor words to search by. */
export function textsOf({ translations: _, ...czech }: Definition): Text[] {
  return textsIn(czech, '', '');
}

/** The agenda with every such text changed; everything else stays as it is. */
export function changeTexts(definition: Definition, change: (text: string) => string): Definition {
  const { translations, ...czech } = definition;
  // The same shape with other texts in it.
  return { ...(changed(czech, change) as Omit<Definition, 'translations'>), translations };
}

const notTexts: readonly string[] = [
  'slug',
  'audiences',
  'lifeSituations',
  'keywords',
  'department',
  'identity',
  'provision',
  'url',
  'id',
  'type',
  'value',
  'when',
  'holds',
  'at',
  'by',
  'take',
  'crowns',
  'kind',
  'unit',
  'format',
  'formats',
  'prefill',
  'autocomplete',
  'ask',
  'notBefore',
  'subjectFields',
  'applicant',
];

function textsIn(part: unknown, path: string, key: string): Text[] {
  if (typeof part === 'string') return part === '' ? [] : [{ path, text: part, key }];
  if (Array.isArray(part)) return part.flatMap((item, index) => textsIn(item, `${path}[${index}]`, key));
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, inner]: [string, unknown]) =>
    notTexts.includes(name) ? [] : textsIn(inner, path === '' ? name : `${path}.${name}`, name),
  );
}

function changed(part: unknown, change: (text: string) => string): unknown {
  if (typeof part === 'string') return change(part);
  if (Array.isArray(part)) return (part as unknown[]).map(item => changed(item, change));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, inner]: [string, unknown]) => [
      name,
      notTexts.includes(name) ? inner : changed(inner, change),
    ]),
  );
}
