import { reindexCases } from '../cases/reindex.ts';
import type { Command } from './command.ts';
import { withDeps } from './with-deps.ts';

export const reindexCommand: Command = {
  usage: 'reindex',
  summary: 'make the words anew that officers find cases by',
  run: () => withDeps(async deps => `${await reindexCases(deps)} cases can be found by their words.`),
};
