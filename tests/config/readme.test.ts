import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { settingNames } from '../../src/config/variables.ts';

test('the README lists every setting, and none that is not there', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const rows = readme.split('\n').filter(line => /^\| `[A-Z_]+`/.test(line));
  const listed = rows.flatMap(row => [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(match => match[1]));
  expect(listed.toSorted()).toEqual(settingNames.toSorted());
});
