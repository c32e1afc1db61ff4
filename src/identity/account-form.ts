import { z } from 'zod';
import { phone } from '../core/form/fields/phone.ts';

/** What a person says about themselves: read the same way wherever it is asked for. */

export const personName = z
  .string({ error: 'Zadejte jméno a\u00a0příjmení' })
  .transform(name => name.trim().replaceAll(/\s+/g, ' '))
  .refine(name => name !== '', 'Zadejte jméno a\u00a0příjmení')
  .refine(name => name.length <= 100, 'Zkraťte jméno na\u00a0nejvýš 100\u00a0znaků')
  .refine(name => !/\p{Cc}/u.test(name), 'Zadejte jméno bez zvláštních znaků');

export const optionalPhone = z
  .string()
  .default('')
  .transform((typed, context) => {
    const reading = phone.read({ id: 'phone', type: 'phone', label: 'Telefon', required: false }, typed, noContext);
    if (reading === undefined) return null;
    if ('value' in reading) return reading.value;
    context.addIssue(reading.error);
    return z.NEVER;
  });

const noContext = { today: Temporal.PlainDate.from('2000-01-01'), answers: {} };
