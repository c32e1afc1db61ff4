import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settingNames, variables } from '../../src/config/variables.ts';

const readme = await readFile(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
const listed = new Map(readme.split('\n').flatMap(settingsOf));

test('README lists every setting and no other', () => {
  expect([...listed.keys()].sort()).toEqual(settingNames.toSorted());
});

test('README gives the defaults that hold', () => {
  for (const [name, value] of Object.entries(variables.parse({}))) {
    if (typeof value === 'string' || typeof value === 'number') expect(listed.get(name), name).toBe(String(value));
  }
});

/** Of a row "| `PORT`, `HOST` | `3000`, `127.0.0.1` |" each name with its default. */
function settingsOf(line: string): [name: string, value: string][] {
  const [, names = '', values = ''] = line.split('|').map(cell => cell.trim());
  if (!/^`[A-Z_]+`/.test(names)) return [];
  const defaults = values.split(', ');
  return names.split(', ').map((name, index) => [unquoted(name), unquoted(defaults[index] ?? '')]);
}

function unquoted(text: string): string {
  return text.replaceAll('`', '');
}
