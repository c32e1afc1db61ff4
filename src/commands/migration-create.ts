import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createMigration } from '../../prisma/create-migration.ts';
import { openEmbedded } from '../database/embedded.ts';
import { StartProblem } from '../start-problem.ts';
import type { Command } from './command.ts';

export const migrationCreateCommand: Command = {
  usage: 'migration create <name>',
  summary: 'for developers: write the next migration from prisma/schema.prisma, to be read and completed by hand',
  run: async ([name = '', ...rest]) => {
    if (!/^[a-z0-9_]+$/.test(name) || rest.length > 0) {
      throw new StartProblem('migration create: give a name of small letters, digits and underscores');
    }
    const file = await onScratchServer(serverUrl => createMigration({ serverUrl, name, now: Temporal.Now.instant() }));
    return `Wrote ${relative(process.cwd(), file)}`;
  },
};

/** The migrations are replayed on a server made for it, so nobody's data are near. */
async function onScratchServer<T>(work: (serverUrl: string) => Promise<T>): Promise<T> {
  await using ends = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 'portal-migration-'));
  ends.defer(() => rm(dataDir, { recursive: true }));
  await chmod(dataDir, 0o711);
  const server = await openEmbedded({ dataDir, flags: ['-c', 'fsync=off'] });
  ends.defer(server.stop);
  return await work(server.superuserUrl);
}
