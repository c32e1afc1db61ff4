import { seed } from '../prisma/seed/index.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { closeDeps, createDeps } from './deps.ts';
import { startJobs } from './jobs/start.ts';
import { refuseDemoPeople } from './process/demo-people.ts';
import { listen } from './process/listen.ts';

/** Wires the portal over a migrated database and opens it to visitors. What has to be ended goes onto `running`. */
export async function openPortal(params: {
  config: Config;
  databaseUrl: string;
  running: AsyncDisposableStack;
}): Promise<void> {
  const { config, databaseUrl, running } = params;
  const deps = createDeps({ config, databaseUrl });
  running.defer(() => closeDeps(deps));
  if (config.demo) await seed(deps, { demo: true });
  else await refuseDemoPeople(deps);
  running.defer(await startJobs(deps));
  running.defer(await listen(createApp(deps), config));
}
