import { keepCompiled } from './process/compiled.ts';
import { fail } from './process/end.ts';
import { StartProblem } from './start-problem.ts';

try {
  keepCompiled();
  const { findCommand } = await import('./commands/index.ts');
  const typed = process.argv.slice(2);
  const found = findCommand(typed);
  if (!found) throw new StartProblem(`There is no command "${typed.join(' ')}". npm run portal -- help lists them.`);
  console.log(await found.command.run(found.args));
} catch (error) {
  fail(error);
}
