import { feeLines } from '../core/form/fee-lines.ts';
import type { FrozenAnswer } from '../core/form/freeze-content.ts';
import { rowTable, type RowTable } from '../core/form/row-table.ts';
import type { SubmissionContent } from './submission.ts';

/** What was filed, for the folded part of the case page and of the receipt. */
export interface SubmissionView {
  steps: { title: string; rows: AnswerRow[] }[];
  /** What it costs and of what that consists; empty when the agenda did not say. */
  fee: string[];
  /** What to bring to the office. */
  bring: string[];
  /** `sha256` in hexadecimal. */
  attachments: { label: string; name: string; size: number; sha256: string; href: string }[];
}

interface AnswerRow {
  key: string;
  lines: string[];
  /** In place of the lines, where there are rows of answers. */
  table?: RowTable;
}

export function submissionView({
  steps,
  fee,
  bring,
  attachments,
}: Pick<SubmissionContent, 'steps' | 'fee' | 'bring' | 'attachments'>): SubmissionView {
  return {
    steps: steps.map(({ title, answers }) => ({ title, rows: answers.map(answerRow) })),
    fee: fee ? feeLines(fee) : [],
    bring: bring ?? [],
    attachments: attachments.map(({ id, ...file }) => ({
      label: file.label,
      name: file.name,
      size: file.size,
      sha256: file.sha256,
      href: `/prilohy/${id}`,
    })),
  };
}

function answerRow({ label, lines, rows }: FrozenAnswer): AnswerRow {
  return { key: label, lines, ...(rows && { table: rowTable(rows) }) };
}
