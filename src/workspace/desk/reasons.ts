import { z } from 'zod';
import type { ActionType } from '../../core/case/actions.ts';
import { text } from './fields.ts';

/** Steps that take nothing but a reason: where they go, what to say of a reason that is missing, and when it is done. */
export const reasonSteps = {
  resume: {
    resource: 'pokracovani',
    missing: 'Napište, proč řízení pokračuje. Žadatel si to přečte.',
    done: 'Řízení pokračuje.',
  },
  suspend: {
    resource: 'preruseni',
    missing: 'Napište, na co řízení čeká. Žadatel si to přečte.',
    done: 'Řízení je přerušené a\u00a0lhůta stojí.',
  },
  declareBias: {
    resource: 'podjatost',
    missing: 'Napište, proč jste podjatí.',
    done: 'Z\u00a0případu jste se vyloučili. Dostane ho někdo jiný.',
  },
  discontinue: {
    resource: 'zastaveni',
    missing: 'Napište, proč řízení zastavujete. Žadatel si to přečte.',
    done: 'Řízení je zastavené.',
  },
  shelve: {
    resource: 'odlozeni',
    missing: 'Napište, proč podání odkládáte. Žadatel si to přečte.',
    done: 'Podání je odložené.',
  },
} as const satisfies Partial<Record<ActionType, { resource: string; missing: string; done: string }>>;

export type ReasonStep = keyof typeof reasonSteps;

/** The box of the reason; the forms lie on one page, so each has its own name. */
export function reasonField(step: ReasonStep): string {
  return `${reasonSteps[step].resource}-duvod`;
}

/** What such a form sends, read as `{ reason }`. */
export function reasonForm(step: ReasonStep) {
  const field = reasonField(step);
  return z
    .object({ [field]: text(reasonSteps[step].missing, 2000) })
    .transform(form => ({ reason: form[field] ?? '' }));
}
