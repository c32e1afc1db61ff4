import type { Command } from './commands/command.ts';
import { createAdminCommand } from './commands/create-admin.ts';
import { migrateCommand } from './commands/migrate.ts';
import { migrationCreateCommand } from './commands/migration-create.ts';
import { seedCommand } from './commands/seed.ts';
import { fail } from './process/end.ts';
import { StartProblem } from './start-problem.ts';

const commands: Command[] = [
  {
    usage: 'help',
    summary: 'list these commands',
    run: () => Promise.resolve(help()),
  },
  migrateCommand,
  seedCommand,
  createAdminCommand,
  migrationCreateCommand,
];

try {
  const typed = process.argv.slice(2);
  const command = commands.find(({ usage }) => words(usage).every((word, index) => typed[index] === word));
  if (!command && typed.length > 0) {
    throw new StartProblem(`There is no command "${typed.join(' ')}". npm run portal -- help lists them.`);
  }
  console.log(command ? await command.run(typed.slice(words(command.usage).length)) : help());
} catch (error) {
  fail(error);
}

function help(): string {
  const lines = commands.map(({ usage, summary }) => `  npm run portal -- ${usage}\n      ${summary}`);
  return `The operator's commands. They read the same environment as the portal and may be used while it runs.\n\n${lines.join('\n')}`;
}

/** The words that name a command: those before the first thing that varies. */
function words(usage: string): string[] {
  const all = usage.split(' ');
  const varies = all.findIndex(word => /^[-<]/.test(word));
  return varies === -1 ? all : all.slice(0, varies);
}
