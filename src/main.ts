import { seed } from '../prisma/seed/index.ts';
import { migrate } from '../prisma/migrate.ts';
import { createApp } from './app.ts';
import { loadConfig } from './config/load.ts';
import { closeDeps, createDeps } from './deps.ts';
import { demoPeople } from './demo/people.ts';
import { startJobs } from './jobs/start.ts';
import { openDatabase } from './process/database.ts';
import { fail, onSignal } from './process/end.ts';
import { listen } from './process/listen.ts';
import { StartProblem } from './start-problem.ts';

const running = new AsyncDisposableStack(); // ends what was started, last first
onSignal(() => running.disposeAsync());

try {
  const config = await loadConfig(process.env);
  const database = await openDatabase(config);
  running.defer(database.stop);
  void database.lost.then(() =>
    fail(new StartProblem('The built-in PostgreSQL has ended; see postgres.log in DATA_DIR')),
  );
  await migrate(database.url);

  const deps = createDeps({ config, databaseUrl: database.url });
  running.defer(() => closeDeps(deps));
  if (config.demo) await seed(deps, { demo: true });
  running.defer(await startJobs(deps));
  running.defer(await listen(createApp(deps), config));

  console.log(`The portal is ready at ${config.publicUrl}`);
  if (config.demo) console.log(`Demo: sign in by one click as ${demoPeople.map(({ email }) => email).join(', ')}`);
} catch (error) {
  if (!running.disposed) fail(error);
}
