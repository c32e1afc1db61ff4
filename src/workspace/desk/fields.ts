import { z } from 'zod';

/** What the boxes of the desk's forms take. */

/** A text that has to be there; `missing` is what to say when it is not. */
export const text = (missing: string, longest: number) =>
  z
    .string({ error: missing })
    .transform(withUnixLines)
    .pipe(z.string().min(1, missing).max(longest, `Zkraťte text na\u00a0nejvýš ${longest}\u00a0znaků.`));

/** A text that may be left out; then it is empty. */
export const optionalText = (longest: number) =>
  z
    .string()
    .default('')
    .transform(withUnixLines)
    .pipe(z.string().max(longest, `Zkraťte text na\u00a0nejvýš ${longest}\u00a0znaků.`));

/** A day as browsers send it from their calendar: YYYY-MM-DD. No case of the office lies outside of these years. */
export const day = (missing: string) =>
  z
    .string({ error: missing })
    .pipe(z.iso.date({ error: missing }))
    .transform(typed => Temporal.PlainDate.from(typed))
    .refine(({ year }) => year >= 1990 && year <= 2100, { error: missing });

/** Browsers end the lines of a text with CR LF. */
export function withUnixLines(typed: string): string {
  return typed.replaceAll('\r\n', '\n').trim();
}
