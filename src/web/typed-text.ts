import { z } from 'zod';

/** Why the office did not agree with something, for whoever asked. */
export const reason = z
  .string({ error: 'Napište důvod' })
  .trim()
  .min(1, 'Napište důvod')
  .max(1000, 'Zkraťte důvod na\u00a0nejvýš 1000\u00a0znaků');

/** A name or an address, on one line. */
export function line(missing: string, longest: number) {
  return z
    .string({ error: missing })
    .transform(typed => typed.trim().replaceAll(/\s+/g, ' '))
    .refine(typed => typed !== '', missing)
    .refine(typed => typed.length <= longest, `Zkraťte to na\u00a0nejvýš ${longest}\u00a0znaků`)
    .refine(typed => !/\p{Cc}/u.test(typed), 'Vynechte zvláštní znaky');
}
