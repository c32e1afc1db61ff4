import { chmod, mkdtemp, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOM = 4 * 1024 ** 3;

/**
 * A new folder for databases, in memory where the machine has room for it: a copy of a database then takes 30 ms rather
 * than 300. Whoever asked removes it.
 */
export async function quickFolder(prefix: string): Promise<string> {
  const memory = '/dev/shm';
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  const folder = await mkdtemp(join(bavail * bsize > ROOM ? memory : tmpdir(), prefix));
  await chmod(folder, 0o711); // run as root, the server's own account passes through
  return folder;
}
