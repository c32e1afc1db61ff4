import { z } from 'zod';
import { readIco } from '../core/czech/ico.ts';
import { givenRoles } from '../core/organisation/roles.ts';
import { line } from '../web/typed-text.ts';

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
