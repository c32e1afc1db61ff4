/**
 * Everything that one change makes of an answer, each part of it changed in turn: wrong ones, and others that are as right.
 * Of the same type, as `entriesOf` asks; other types are no business of the form.
 */
export function mutationsOf(value: unknown): unknown[] {
  if (typeof value === 'string') return textMutations(value);
  if (typeof value === 'number')
    return [0 - value, 0, value + 1, value * 10, value + 0.5, value + 0.123456, 1e15, -1e15];
  if (typeof value === 'boolean') return [!value];
  if (Array.isArray(value)) return listMutations(value);
  return typeof value === 'object' && value !== null ? partMutations(value) : [];
}

/** Characters after these are like those before. */
const mostPlaces = 16;

function textMutations(text: string): string[] {
  const characters = Array.from(text);
  const places = [...characters.keys()].slice(0, mostPlaces);
  const changed = [
    ...['', 'x', 'Nádražní', 'x\u0000', 'x\u202E', 'x\ny', 'č'.repeat(30_000)],
    ...[` ${text}`, `${text} `, `0${text}`, `${text}0`, `${text}/0`, `${text}${text}`],
    ...[text.toUpperCase(), text.toLowerCase(), text.normalize('NFD'), text.replace(/\d/g, '')],
    ...places.flatMap(place => ['', '0', '1', '9', 'x'].map(other => characters.with(place, other).join(''))),
  ];
  return [...new Set(changed)].filter(other => other !== text);
}

function listMutations(list: unknown[]): unknown[][] {
  return [
    [],
    [...list, ...list],
    ...(list.length > 1 ? [list.toReversed()] : []),
    ...list.keys().map(index => list.toSpliced(index, 1)),
    ...list.flatMap((item, index) => mutationsOf(item).map(other => list.with(index, other))),
  ];
}

function partMutations(parts: object): object[] {
  const entries = Object.entries(parts) as [string, unknown][];
  return [
    { ...parts, other: 'x' },
    ...entries.map(([name]) => Object.fromEntries(entries.filter(([other]) => other !== name))),
    ...entries.flatMap(([name, part]) => mutationsOf(part).map(other => ({ ...parts, [name]: other }))),
  ];
}
