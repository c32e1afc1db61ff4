import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running server says of itself in postmaster.pid. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** Reads postmaster.pid; undefined where no server has been started, or its record is not written yet. */
export async function readPostmaster(folder: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** Whether a process of that number exists and, where the system tells, is PostgreSQL. Numbers are used again. */
export async function isServer(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => undefined);
  if (name === undefined) return process.platform !== 'linux';
  return name.trim() === 'postgres';
}
