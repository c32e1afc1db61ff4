import { z } from 'zod';
import type { FormError } from '../web/input.ts';

/** What opens a local account. Only that there is something: what exactly was typed matters to nobody but the person. */
export const credentials = z.object({
  email: z.string({ error: 'Zadejte e-mail' }).trim().min(1, 'Zadejte e-mail').max(254, 'Zadejte kratší e-mail'),
  password: z.string({ error: 'Zadejte heslo' }).min(1, 'Zadejte heslo'),
});

/** Of which of the two is wrong nobody learns. */
export const wrongCredentials: FormError = {
  field: 'email',
  message: 'E-mail nebo heslo nesouhlasí. Zkontrolujte je a\u00a0zkuste to znovu',
};
