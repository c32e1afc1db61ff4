import { sketchSchema } from './definition.ts';

/**
 * An agenda document, or an archive of them, as the text of a file: keys in the order of the schema, two spaces, a line end.
 * Values stay as they are, nothing is added or left out; so the export of an import is the import, and two versions can be
 * compared line by line. Takes what JSON can hold; keys the schema does not know follow in alphabetical order.
 */
export function documentText(document: unknown): string {
  return `${JSON.stringify(ordered(document), null, 2)}\n`;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return (value as unknown[]).map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
}

function placeOf(key: string): number {
  return places.get(key) ?? places.size;
}

/** What a thing is comes before what it holds, wherever it is. */
const first = [
  'format',
  'type',
  'id',
  'slug',
  'value',
  'title',
  'label',
  'rowLabel',
  'hint',
  'text',
  'required',
  'when',
];
const last = ['options', 'fields'];
const agenda = Object.keys(sketchSchema.shape).filter(key => !first.includes(key) && !last.includes(key));
const places = new Map([...first, ...agenda, ...last].map((key, index) => [key, index]));
