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
  const { databaseUrl, running } = params;
  const config = await withDemoProvider(params);
  const deps = createDeps({ config, databaseUrl });
  running.defer(() => closeDeps(deps));
  if (config.demo) await seed(deps, { demo: true });
  else await refuseDemoPeople(deps);
  running.defer(await startJobs(deps));
  running.defer(await listen(createApp(deps), config));
}

/** In the demo people are proved by a provider of its own; elsewhere none of its code is loaded. */
async function withDemoProvider({
  config,
  running,
}: {
  config: Config;
  running: AsyncDisposableStack;
}): Promise<Config> {
  if (!config.demo) return config;
  const { startDemoProvider } = await import('./demo/provider/start.ts');
  const { client, stop } = await startDemoProvider(config);
  running.defer(stop);
  return { ...config, demoProvider: client };
}
