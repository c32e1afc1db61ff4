import { z } from 'zod';

/** An address as a person types it into a form, lower-cased. */
export const typedEmail = z
  .string({ error: 'Zadejte e-mail' })
  .trim()
  .toLowerCase()
  .max(254, 'Zadejte kratší e-mail')
  .pipe(z.email('Zadejte e-mail ve tvaru jmeno@example.cz'));
