import type { Outcome } from '../core/case/states.ts';
import { hasWrittenDecision } from './letters/issue-letter.ts';
import { type Also, type CaseCommand, changeCase, type CommandDeps, type CommandResult } from './change-case.ts';

/**
 * The door of this slice for the others, and the only code that changes a case. Whether the actor may see the case at
 * all is for the caller to have found out by a scoped read; whether they may do this with it is decided here.
 */
export { type AppealJob, appealQueue, recordAppeal } from './appeal/record-appeal.ts';
export { findAgentNow } from './agent-of.ts';
export { assignCase, takeOverCase } from './assign-case.ts';
export type { Target } from './find-target.ts';
export { hashOfDraft } from './act.ts';
export { changeCase } from './change-case.ts';
export { recordConfirmation } from './confirm-case.ts';
export { fileCase } from './file-case.ts';
export { linkCases, openLink, unlinkCases } from './case-links.ts';
export { moveOnCase } from './move-on-case.ts';
export { addNote, openNote } from './notes.ts';
export { markRead } from './messages/mark-read.ts';
export { messageForm, type MessageFormView, messageItems, type MessageItem } from './messages/message-view.ts';
export { messageFiles, receiveMessage } from './messages/receive-message.ts';
export { writeMessage } from './messages/write-message.ts';
export { type Exchange, readExchange } from './read-exchange.ts';
export { answerTask } from './tasks/answer-task.ts';
export { giveTask } from './tasks/give-task.ts';
export { openAnswer, openQuestion } from './tasks/task-texts.ts';
export { correctedSteps } from './supplement/corrected-steps.ts';
export { correctionView, type CorrectionView } from './supplement/correction-view.ts';
export { attachSigned } from './letters/attach-signed.ts';
export type { LetterCommand, LetterResult } from './letters/change-letter.ts';
export { type LetterContent, openLetter, openReturned } from './letters/content.ts';
export { issueLetter } from './letters/issue-letter.ts';
export { type ShownFile, shownFile } from './letters/letter-file.ts';
export { readLetters } from './letters/read-letters.ts';
export { approveLetter, askApproval, editLetter, returnLetter, writeLetter } from './letters/write-letter.ts';
export { releaseCases } from './release-cases.ts';
export { copyOwnCases } from './copy/own-cases.ts';
export { sealWhy } from './looks/why.ts';
export { openEvent } from './history.ts';
export { snapshotColumns, snapshotOf } from './snapshot-of.ts';
export { departmentMark, filedMarks, openInMark, openMark } from './search-marks.ts';
export { queryTokens } from './search-tokens.ts';
export { actHash, openSubmission, type SubmissionContent } from './submission.ts';
export { openSummary } from './summary.ts';
export { type RoutedJob, routedQueue, tellRouted } from './tell-routed.ts';
export { trackingCode } from './tracking.ts';
export type { CaseCommand, CommandResult } from './change-case.ts';

export function startCase(deps: CommandDeps, command: CaseCommand): Promise<CommandResult> {
  return changeCase(deps, command, { type: 'start' });
}

interface DecideCase extends CaseCommand {
  outcome: Outcome;
  /** The citizen reads it. */
  explanation: string;
}

export async function decideCase(deps: CommandDeps, command: DecideCase): Promise<CommandResult> {
  const { caseId, outcome, explanation } = command;
  return changeCase(deps, command, async tx => {
    const isWritten = await hasWrittenDecision(tx, deps.vault, caseId);
    return { ok: true, action: { type: 'decide', outcome, explanation, isWritten } };
  });
}

interface CloseCase extends CaseCommand {
  /** For the office. */
  note?: string | undefined;
}

export function closeCase(deps: CommandDeps, command: CloseCase, also?: Also<'close'>): Promise<CommandResult> {
  return changeCase(deps, command, { type: 'close', note: command.note }, also);
}
