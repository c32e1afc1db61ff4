import { migrate } from '../../prisma/migrate.ts';
import { loadConfig } from '../config/load.ts';
import { openDatabase } from '../process/database.ts';
import type { Command } from './command.ts';

export const migrateCommand: Command = {
  usage: 'migrate',
  summary: 'bring the database up to this version of the portal (every start does so too)',
  run: async () => {
    await using ends = new AsyncDisposableStack();
    const database = await openDatabase(await loadConfig(process.env), { share: true });
    ends.defer(database.stop);
    const applied = await migrate(database.url);
    return applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`;
  },
};
