import { seed } from '../../prisma/seed/index.ts';
import type { Command } from './command.ts';
import { withDeps } from './with-deps.ts';

export const seedCommand: Command = {
  usage: 'seed',
  summary: 'fill an empty database with the city: departments, life situations, agendas (and people, in the demo)',
  run: () =>
    withDeps(async deps => {
      await seed(deps, { demo: deps.config.demo });
      return 'The city is in the database.';
    }),
};
