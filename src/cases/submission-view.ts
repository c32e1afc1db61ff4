import type { SubmissionContent } from './submission.ts';

/** What was filed, for the folded part of the case page and of the receipt. */
export interface SubmissionView {
  steps: { title: string; rows: { key: string; lines: string[] }[] }[];
  /** `sha256` in hexadecimal. */
  attachments: { label: string; name: string; size: number; sha256: string; href: string }[];
}

export function submissionView({ steps, attachments }: SubmissionContent): SubmissionView {
  return {
    steps: steps.map(({ title, answers }) => ({
      title,
      rows: answers.map(({ label, lines }) => ({ key: label, lines })),
    })),
    attachments: attachments.map(({ id, ...file }) => ({
      label: file.label,
      name: file.name,
      size: file.size,
      sha256: file.sha256,
      href: `/prilohy/${id}`,
    })),
  };
}
