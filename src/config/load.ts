import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { StartProblem } from '../start-problem.ts';
import { loadDataBox } from './data-box.ts';
import { loadNia } from './load-nia.ts';
import { readSettings } from './read.ts';

/** Reads the environment, makes DATA_DIR ready and finds the key. Anything wrong is a StartProblem of one line. */
export async function loadConfig(environment: Record<string, string | undefined>): Promise<Config> {
  const reading = readSettings(environment);
  if (!reading.ok) throw new StartProblem(reading.message);
  const { settings } = reading;
  await prepareFolder(settings.dataDir);
  const nia = await loadNia(reading.nia, settings);
  const dataBox = await loadDataBox(reading.dataBox);
  return { ...settings, nia, dataBox, secretKey: settings.secretKey ?? (await ownKey(settings.dataDir)) };
}

/**
 * What the portal writes is for itself alone. As root, the built-in database's own account must pass through the folder
 * to its part of it; it, like anybody else, can neither list nor read the rest.
 */
async function prepareFolder(folder: string): Promise<void> {
  process.umask(0o077);
  const probe = join(folder, `.writable-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
    if (process.getuid?.() === 0) await chmod(folder, 0o711);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new StartProblem(`DATA_DIR: "${folder}" cannot be written to (${code})`);
  }
}

/** Drawn once. Whoever loses it loses what it sealed, so it lies with the data it belongs to. */
async function ownKey(folder: string): Promise<string> {
  const file = join(folder, 'secret-key');
  await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  const key = (await readFile(file, 'utf8')).trim();
  if (key.length < 32) throw new StartProblem(`DATA_DIR: ${file} is damaged; put the key back from a backup`);
  return key;
}
