import {
  askApproval,
  type CaseCommand,
  type CommandResult,
  issueLetter,
  type LetterContent,
  writeLetter,
} from '../../../src/cases/commands.ts';
import type { Deps } from '../../../src/deps.ts';

type Writing = Pick<CaseCommand, 'caseId' | 'actor' | 'now'>;

/** A decision written and issued at once. */
export async function issueDecision(deps: Deps, command: Writing, letter: LetterContent): Promise<CommandResult> {
  const begun = await write(deps, command, letter);
  const result = await issueLetter(deps, { ...command, ...begun });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
}

/** A decision that waits for the head of the department. */
export async function waitForApproval(deps: Deps, command: Writing, letter: LetterContent): Promise<void> {
  const begun = await write(deps, command, letter);
  const result = await askApproval(deps, { ...command, ...begun });
  if (!result.ok) throw new Error(JSON.stringify(result));
}

async function write(
  deps: Deps,
  { caseId, actor, now }: Writing,
  { title, text }: LetterContent,
): Promise<{ letterId: string; expectedVersion: number }> {
  const begun = await writeLetter(deps, { caseId, actor, now, kind: 'decision', title, text });
  if (!begun.ok) throw new Error(begun.message);
  return { letterId: begun.id, expectedVersion: 1 };
}
