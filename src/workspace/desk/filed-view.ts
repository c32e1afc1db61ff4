import { feeLines } from '../../core/form/fee-lines.ts';
import type { FrozenAnswer } from '../../core/form/freeze-content.ts';
import { rowTable, type RowTable } from '../../core/form/row-table.ts';
import type { SubmissionContent } from '../../cases/commands.ts';

/** What was filed, as the desk shows it. */
export interface FiledView {
  applicant: SubmissionContent['applicant'] & { phoneText: string | null };
  /** On whose behalf; null of whoever filed for themselves. */
  organisation: SubmissionContent['organisation'] | null;
  /** Who acted as an agent and for whom; null of whoever filed for themselves. */
  agent: SubmissionContent['agent'] | null;
  steps: { title: string; answers: (Pick<FrozenAnswer, 'label' | 'lines'> & { table?: RowTable })[] }[];
  /** What the filing costs, and what the applicant was told to bring. */
  fee: string[];
  bring: string[];
}

export function filedView(submission: SubmissionContent): FiledView {
  const { applicant, organisation, agent, steps, fee, bring } = submission;
  return {
    organisation: organisation ?? null,
    agent: agent ?? null,
    applicant: { ...applicant, phoneText: phoneText(submission) },
    steps: steps.map(({ title, answers }) => ({ title, answers: answers.map(answerView) })),
    fee: fee ? feeLines(fee) : [],
    bring: bring ?? [],
  };
}

function answerView({ label, lines, rows }: FrozenAnswer): FiledView['steps'][number]['answers'][number] {
  return { label, lines, ...(rows && { table: rowTable(rows) }) };
}

/** The phone as it is written out among the answers. */
function phoneText({ steps, applicant: { phone } }: SubmissionContent): string | null {
  const answers = steps.flatMap(step => step.answers);
  return answers.find(({ type, value }) => type === 'phone' && value === phone)?.lines[0] ?? phone;
}
