import type { ChangedAnswer } from '../../core/case/correct.ts';
import { formatDateTime } from '../../core/czech/format.ts';
import { feeLines } from '../../core/form/fee-lines.ts';
import { correctedOn } from './corrected-steps.ts';
import type { CorrectionContent } from './correction.ts';
import type { Correction } from './read-corrections.ts';

/** A correction beside what it corrects, for the applicant and for the office. */
export interface CorrectionView {
  id: string;
  number: number;
  sentAt: string;
  /** As `answer-rows` takes it. */
  table: ChangesTable;
  files: { id: string; label: string; name: string; size: number }[];
}

interface ChangesTable {
  columns: string[];
  rows: { title: string; cells: string[][] }[];
}

export function correctionView({ id, ...content }: Correction): CorrectionView {
  const sentAt = Temporal.Instant.from(content.sentAt);
  return {
    id,
    number: content.number,
    sentAt: formatDateTime(sentAt, 'minutes'),
    table: changesTable(content, correctedOn(content.sentAt)),
    files: content.attachments.map(({ id: fileId, label, name, size }) => ({ id: fileId, label, name, size })),
  };
}

/** Answers before and after, one under another. */
export function changesTable(
  { answers, fee }: Pick<CorrectionContent, 'answers' | 'fee'>,
  afterTitle: string,
): ChangesTable {
  return {
    columns: ['Původně', afterTitle],
    rows: [
      ...answers.map(answer => ({ title: answer.label, cells: [before(answer), after(answer)] })),
      ...(fee
        ? [
            {
              title: 'Poplatek',
              cells: [fee.before ? feeLines(fee.before) : ['–'], fee.after ? feeLines(fee.after) : ['–']],
            },
          ]
        : []),
    ],
  };
}

function before({ before: answer }: ChangedAnswer): string[] {
  return answer?.lines ?? ['Nevyplněno'];
}

function after({ after: answer }: ChangedAnswer): string[] {
  return answer?.lines ?? ['Už není potřeba'];
}
