import { z } from 'zod';
import { assignForm } from '../desk/forms.ts';

const mostCases = 500;

const none = 'Zaškrtněte aspoň jeden případ.';

/** `HK26-00123-K.3`: a case in the version that the page showed. */
const selected = z
  .string()
  .regex(/^[A-Z0-9-]{8,24}\.\d{1,6}$/, none)
  .transform(text => {
    const [reference = '', version = ''] = text.split('.');
    return { reference, version: Number(version) };
  });

const cases = z.preprocess(
  value => (typeof value === 'string' ? [value] : value),
  z.array(selected, { error: none }).min(1, none).max(mostCases, `Najednou jde nejvýš ${mostCases}\u00a0případů.`),
);

/** Which cases, and what to do with them. */
export const bulkForm = z.discriminatedUnion(
  'krok',
  [
    z.object({ krok: z.literal('prevzeti'), pripad: cases }),
    z.object({ krok: z.literal('uzavreni'), pripad: cases }),
    z.object({ krok: z.literal('sledovani'), pripad: cases }),
    z.object({ krok: z.literal('csv'), pripad: cases }),
    z.object({ krok: z.literal('xlsx'), pripad: cases }),
    z.object({ krok: z.literal('prideleni'), pripad: cases, ...assignForm.shape }),
  ],
  { error: 'Vyberte, co s\u00a0případy udělat.' },
);
export type BulkForm = z.output<typeof bulkForm>;
/** What changes something, unlike taking the cases away as a file. */
export type BulkStepForm = Exclude<BulkForm, { krok: 'csv' | 'xlsx' }>;
