import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deps } from '../../src/deps.ts';

/** Every file in the portal's store, whole or not. */
export async function storedFiles({ config }: Pick<Deps, 'config'>): Promise<string[]> {
  const folder = join(config.dataDir, 'files');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
}
