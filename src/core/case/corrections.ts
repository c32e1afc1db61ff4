import { z } from 'zod';

/** One thing of a filing the applicant is asked to mend: an answer or an attachment, by its id in the agenda. */
export const correctionItem = z.strictObject({
  kind: z.enum(['answer', 'attachment']),
  id: z.string().min(1),
  /** As the applicant read it when filing. */
  label: z.string().min(1),
  /** What is wrong with it and how it should be; the applicant reads it. */
  problem: z.string().min(1),
});

export type CorrectionItem = z.output<typeof correctionItem>;
