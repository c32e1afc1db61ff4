import { readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { lifecycleDocument } from '../../scripts/lifecycle-document.ts';

test('docs/lifecycle.md says what the rules say; `npm run docs` writes it anew', async () => {
  const file = new URL('../../docs/lifecycle.md', import.meta.url).pathname;
  const drawn = await format(lifecycleDocument(), { ...(await resolveConfig(file)), filepath: file });
  expect(await readFile(file, 'utf8')).toBe(drawn);
});
