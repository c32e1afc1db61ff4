import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { StartProblem } from '../start-problem.ts';
import { readSettings } from './read.ts';

/** Reads the environment, makes DATA_DIR ready and finds the key. Anything wrong is a StartProblem of one line. */
export async function loadConfig(environment: Record<string, string | undefined>): Promise<Config> {
  const reading = readSettings(environment);
  if (!reading.ok) throw new StartProblem(reading.message);
  const { settings } = reading;
  await prepareFolder(settings.dataDir);
  return { ...settings, secretKey: settings.secretKey ?? (await ownKey(settings.dataDir)) };
}

/** As root, the server's own account passes through to its part of the folder; what lies there stays private. */
async function prepareFolder(folder: string): Promise<void> {
  const probe = join(folder, `.writable-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    await writeFile(probe, '');
    await rm(probe);
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
