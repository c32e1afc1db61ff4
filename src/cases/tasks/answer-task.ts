import type { TaskAnswer } from '../../core/case/tasks.ts';
import { refusal } from '../../core/case/refusals.ts';
import { type CaseCommand, changeCase, type CommandDeps, type CommandResult } from '../change-case.ts';
import { sealAnswer } from './task-texts.ts';
import { tellAsker } from './tell.ts';

interface AnswerTask extends CaseCommand {
  taskId: string;
  answer: TaskAnswer;
  /** For whoever asked. */
  text: string;
}

/** Answers what a case asked for. Whoever saw the case by that alone sees it no more. */
export async function answerTask(
  deps: CommandDeps,
  { taskId, answer, text, ...command }: AnswerTask,
): Promise<CommandResult> {
  const { actor, now } = command;
  if (actor.kind !== 'officer') return { ok: false, refusal: refusal('notAllowed') };
  const { sealed: answerText, sha256 } = sealAnswer(deps.vault, taskId, text);
  return changeCase(deps, command, { type: 'answerTask', taskId, answer, sha256 }, async tx => {
    const closing = { closedById: actor.officerId, closedAt: new Date(now.epochMilliseconds) };
    await tx.caseTask.update({
      where: { id: taskId },
      data: { state: 'answered', answer, answerText, ...closing },
      select: { id: true },
    });
    await tellAsker(tx, deps, { taskId, now });
  });
}
