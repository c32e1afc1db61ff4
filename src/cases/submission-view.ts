import type { SubmissionContent } from './submission.ts';

/** What was filed, for the folded part of the case page. */
export interface SubmissionView {
  steps: { title: string; rows: { key: string; lines: string[] }[] }[];
  attachments: { label: string; name: string; size: number; href: string }[];
}

export function submissionView({ steps, attachments }: SubmissionContent): SubmissionView {
  return {
    steps: steps.map(({ title, answers }) => ({
      title,
      rows: answers.map(({ label, lines }) => ({ key: label, lines })),
    })),
    attachments: attachments.map(({ id, label, name, size }) => ({ label, name, size, href: `/prilohy/${id}` })),
  };
}
