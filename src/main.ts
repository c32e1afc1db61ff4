import { migrate } from '../prisma/migrate.ts';
import { loadConfig } from './config/load.ts';
import { demoPeople } from './demo/people.ts';
import { keepCompiled } from './process/compiled.ts';
import { openDatabase } from './process/database.ts';
import { fail, onSignal } from './process/end.ts';
import { StartProblem } from './start-problem.ts';

const running = new AsyncDisposableStack(); // ends what was started, last first
const started = start().catch(fail);
onSignal(async () => {
  await started; // cut short it would leave halves behind; a second signal does not wait
  await running.disposeAsync();
});

async function start(): Promise<void> {
  const config = await loadConfig(process.env);
  const loading = load();
  const database = await openDatabase(config);
  running.defer(database.stop);
  void database.lost.then(() =>
    fail(new StartProblem('The built-in PostgreSQL has ended; see postgres.log in DATA_DIR')),
  );
  await migrate(database.url);
  const { openPortal } = await loading;
  await openPortal({ config, databaseUrl: database.url, running });
  console.log(`The portal is ready at ${config.publicUrl}`);
  if (config.demo) console.log(`Demo, sign in by one click: ${demoPeople.map(({ email }) => email).join(', ')}`);
}

/** Most of the code, while the database starts. */
function load() {
  keepCompiled();
  const loading = import('./portal.ts');
  loading.catch(() => undefined); // reported where it is awaited
  return loading;
}
