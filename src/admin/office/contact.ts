import { z } from 'zod';
import { phone } from '../../core/form/fields/phone.ts';

/** How the office is reached: read the same way of a department and of an officer. */

/** Kept as people read it. */
export const officePhone = z.string({ error: 'Zadejte telefon' }).transform((typed, context) => {
  const field = { id: 'phone', type: 'phone' as const, label: 'Telefon', required: true };
  const reading = phone.read(field, typed.trim(), { today: Temporal.PlainDate.from('2000-01-01'), answers: {} });
  if (reading && 'value' in reading) return phone.present(field, reading.value).join(' ');
  context.addIssue(reading?.error ?? 'Zadejte telefon');
  return z.NEVER;
});

/** One line of at most so many characters. */
export function officeText(missing: string, longest: number) {
  return z
    .string({ error: missing })
    .transform(text => text.trim().replaceAll(/\s+/g, ' '))
    .pipe(z.string().min(1, missing).max(longest, `Napište to kratší, nejvýš ${longest}\u00a0znaků`));
}
