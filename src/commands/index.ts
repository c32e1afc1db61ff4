import type { Command } from './command.ts';
import { createAdminCommand } from './create-admin.ts';
import { migrateCommand } from './migrate.ts';
import { migrationCreateCommand } from './migration-create.ts';
import { reindexCommand } from './reindex.ts';
import { seedCommand } from './seed.ts';

const helpCommand: Command = {
  usage: 'help',
  summary: 'list these commands',
  run: () => Promise.resolve(help()),
};

const commands = [helpCommand, migrateCommand, seedCommand, createAdminCommand, migrationCreateCommand, reindexCommand];

/** The command that was typed and what was typed after it; nothing typed asks for help. */
export function findCommand(typed: string[]): { command: Command; args: string[] } | undefined {
  if (typed.length === 0) return { command: helpCommand, args: [] };
  const command = commands.find(({ usage }) => words(usage).every((word, index) => typed[index] === word));
  return command && { command, args: typed.slice(words(command.usage).length) };
}

function help(): string {
  const lines = commands.map(({ usage, summary }) => `  npm run portal -- ${usage}\n      ${summary}`);
  return ['The operator’s commands. They read the portal’s settings and may be used while it runs.\n', ...lines].join(
    '\n',
  );
}

/** The words that name a command: those before the first thing that varies. */
function words(usage: string): string[] {
  const all = usage.split(' ');
  const varies = all.findIndex(word => /^[-<]/.test(word));
  return varies === -1 ? all : all.slice(0, varies);
}
