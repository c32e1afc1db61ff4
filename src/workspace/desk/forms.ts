import { z } from 'zod';
import { recordedWays } from '../../core/case/confirmation.ts';
import { outcomes } from '../../core/case/states.ts';
import { deliveryWays } from '../../core/case/service.ts';
import { day, optionalText, text } from './fields.ts';

/** What each form of the desk sends; the words are Czech, as on the page. */

/** Id of an officer, or nothing. */
const officer = (wrong: string) =>
  z
    .literal('')
    .or(z.uuid({ error: wrong }))
    .default('');

export const takeOverForm = z.object({});
export const startForm = z.object({});

/** `odbor:<id>` or `urednik:<id>`. */
export const departmentOrOfficer = (missing: string) =>
  z
    .string({ error: missing })
    .regex(/^(odbor|urednik):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, missing)
    .transform(value => {
      const [kind, id = ''] = value.split(':');
      return kind === 'odbor' ? { departmentId: id } : { officerId: id };
    });

export const assignForm = z.object({
  komu: departmentOrOfficer('Vyberte, komu případ předáváte.'),
  duvod: text('Napište důvod předání.', 500),
});

export const decideForm = z.object({
  vysledek: z.enum(outcomes, { error: 'Vyberte, jak to dopadlo.' }),
  oduvodneni: text('Napište odůvodnění, které si žadatel přečte.', 20_000),
});

export const closeForm = z.object({ zaver: optionalText(2000) });

export const noteForm = z.object({
  poznamka: text('Napište poznámku.', 5000),
  /** Id of the colleague it is meant for, or nothing. */
  upozornit: officer('Vyberte kolegu ze seznamu.'),
});

export const linkForm = z.object({
  'souvislost-znacka': text('Napište značku druhého případu.', 40),
  'souvislost-duvod': text('Napište, jak spolu případy souvisejí.', 500),
});

export const unlinkForm = z.object({ 'zrusit-znacka': text('Napište značku druhého případu.', 40) });

export const moveOnForm = z.object({
  'krok-kam': z.string({ error: 'Vyberte, kam případ postoupí.' }).min(1, 'Vyberte, kam případ postoupí.').max(100),
  /** Id of an officer, or nothing. */
  'krok-komu': officer('Vyberte úředníka ze seznamu.'),
  'krok-duvod': optionalText(500),
});

export const extendForm = z.object({
  'prodlouzeni-dny': z.coerce
    .number({ error: 'Napište počet dní číslem.' })
    .int('Napište celý počet dní.')
    .positive('Napište, o\u00a0kolik dní lhůtu prodlužujete.')
    .max(1000, 'O\u00a0tolik dní lhůtu prodloužit nejde.'),
  'prodlouzeni-duvod': text('Napište, proč lhůtu prodlužujete. Žadatel si to přečte.', 2000),
});

export const forwardForm = z.object({
  'postoupeni-urad': text('Napište, kterému úřadu věc postupujete.', 200),
  'postoupeni-duvod': text('Napište, proč věc postupujete. Žadatel si to přečte.', 2000),
});

export const confirmForm = z.object({
  'potvrzeni-zpusob': z.enum(recordedWays, { error: 'Vyberte, jak žadatel podání potvrdil.' }),
  'potvrzeni-den': day('Vyplňte den, kdy potvrzení přišlo.'),
});

export const serviceForm = z.object({
  'doruceni-zpusob': z.enum(deliveryWays, { error: 'Vyberte, jak jste rozhodnutí doručili.' }),
  'doruceni-odeslano': day('Vyplňte den, kdy jste rozhodnutí odeslali nebo předali.'),
  'doruceni-prevzato': z
    .literal('')
    .transform(() => null)
    .or(day('Den převzetí vyplňte celý, nebo ho nechte prázdný.'))
    .default(null),
});

export const settleAppealForm = z.object({
  'odvolani-vysledek': z.enum(['upheld', 'returned'], { error: 'Vyberte, jak odvolání dopadlo.' }),
  'odvolani-duvod': text('Napište, jak odvolání dopadlo. Žadatel si to přečte.', 5000),
});
