import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { quickFolder } from '../support/quick-folder.ts';

const folder = await quickFolder('portal-config-');
afterAll(() => rm(folder, { recursive: true }));

test('the key is drawn once, kept from others, and found again', async () => {
  const DATA_DIR = join(folder, 'new', 'data');
  const { secretKey } = await loadConfig({ DATA_DIR });
  const file = join(DATA_DIR, 'secret-key');
  expect(secretKey).toHaveLength(43);
  expect(await readFile(file, 'utf8')).toBe(secretKey);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await loadConfig({ DATA_DIR })).toMatchObject({ secretKey });
});

test('a key that is set is not written anywhere', async () => {
  const DATA_DIR = join(folder, 'set');
  const secretKey = 'k'.repeat(40);
  expect(await loadConfig({ DATA_DIR, SECRET_KEY: secretKey })).toMatchObject({ secretKey });
  await expect(stat(join(DATA_DIR, 'secret-key'))).rejects.toThrow('ENOENT');
});

test('a damaged key is refused rather than replaced: what it sealed would be lost', async () => {
  const DATA_DIR = join(folder, 'damaged');
  await loadConfig({ DATA_DIR });
  await writeFile(join(DATA_DIR, 'secret-key'), '');
  await expect(loadConfig({ DATA_DIR })).rejects.toThrow(/secret-key is damaged/);
});

test('a wrong setting is refused before anything is written', async () => {
  const DATA_DIR = join(folder, 'untouched');
  await expect(loadConfig({ DATA_DIR, PORT: 'abc' })).rejects.toThrow('PORT: "abc" is not a port number (1-65535)');
  await expect(stat(DATA_DIR)).rejects.toThrow('ENOENT');
});
