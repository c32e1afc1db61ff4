import { migrate } from '../../prisma/migrate.ts';
import { loadConfig } from '../config/load.ts';
import { closeDeps, createDeps } from '../deps.ts';
import type { Deps } from '../deps.ts';
import { openDatabase } from '../process/database.ts';

/** Lends the parts over a migrated database, also while a portal is running on it. Jobs are not worked here. */
export async function withDeps<T>(work: (deps: Deps) => Promise<T>): Promise<T> {
  await using ends = new AsyncDisposableStack();
  const config = await loadConfig(process.env);
  const database = await openDatabase(config, { share: true });
  ends.defer(database.stop);
  await migrate(database.url);
  const deps = createDeps({ config, databaseUrl: database.url });
  ends.defer(() => closeDeps(deps));
  // Commands order work, and whoever does begins to watch the queue.
  ends.defer(() => deps.boss.stop({ graceful: false }));
  return await work(deps);
}
