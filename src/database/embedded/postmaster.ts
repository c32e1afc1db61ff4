import { readFile, rm } from 'node:fs/promises';
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
  return exists(pid) && (await programOf(pid)) === 'postgres';
}

/**
 * Removes the record of a server whose number another program got since. PostgreSQL, seeing a living process of its own
 * account, would take it for the server and refuse to start. The record of a dead process it clears up by itself.
 */
export async function removeIfReused(folder: string, pid: number): Promise<void> {
  if (exists(pid)) await rm(join(folder, 'postmaster.pid'), { force: true });
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Where the system does not tell, a process is taken for what the record says. */
async function programOf(pid: number): Promise<string> {
  if (process.platform !== 'linux') return 'postgres';
  return (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim();
}
