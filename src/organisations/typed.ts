import { z } from 'zod';
import { readIco } from '../core/czech/ico.ts';
import { givenRoles } from '../core/organisation/roles.ts';

/** What people type about organisations, read the same way wherever it is asked for. */

export const ico = z.string({ error: 'Zadejte IČO' }).transform((typed, context) => {
  if (typed.trim() === '') context.addIssue('Zadejte IČO');
  else {
    const read = readIco(typed);
    if (read !== undefined) return read;
    context.addIssue('Zkontrolujte IČO. Má nejvýš 8\u00a0číslic a\u00a0v\u00a0tomhle je překlep');
  }
  return z.NEVER;
});

export const organisationName = line('Zadejte název organizace', 200);
export const organisationAddress = line('Zadejte sídlo organizace', 300);

export const givenRole = z.enum(givenRoles, { error: 'Vyberte roli' });

export const reason = z
  .string({ error: 'Napište důvod' })
  .trim()
  .min(1, 'Napište důvod')
  .max(1000, 'Zkraťte důvod na\u00a0nejvýš 1000\u00a0znaků');

function line(missing: string, longest: number) {
  return z
    .string({ error: missing })
    .transform(typed => typed.trim().replaceAll(/\s+/g, ' '))
    .refine(typed => typed !== '', missing)
    .refine(typed => typed.length <= longest, `Zkraťte to na\u00a0nejvýš ${longest}\u00a0znaků`)
    .refine(typed => !/\p{Cc}/u.test(typed), 'Vynechte zvláštní znaky');
}
