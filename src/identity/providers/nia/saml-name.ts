import { z } from 'zod';

/** What the provider calls a person and their session there; needed to end it. */
export const samlName = z.object({
  value: z.string(),
  format: z.string().nullable(),
  sessionIndex: z.string().nullable(),
});

export type SamlName = z.infer<typeof samlName>;
