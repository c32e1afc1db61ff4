import { changeCase } from '../../../cases/commands.ts';
import type { ReadDirectory } from '../../directory.ts';
import { extendForm } from '../forms.ts';
import { type ActionDeps, perform } from '../perform.ts';
import { supplementForm } from '../supplement-form.ts';
import { correctable } from '../supplement.ts';
import type { Handlers } from './handlers.ts';

/** What is waited for, and what it does to the period. */
export function periodHandlers(deps: ActionDeps, directory: ReadDirectory): Handlers<'requestSupplement' | 'extend'> {
  return {
    requestSupplement: perform(deps, directory, {
      name: 'requestSupplement',
      schema: supplementForm,
      run: (command, { items, ...form }, found) => {
        const labels = new Map(correctable(found).map(({ kind, id, label }) => [`${kind} ${id}`, label]));
        // What the filing has not cannot be mended.
        const known = items.flatMap(item => {
          const label = labels.get(`${item.kind} ${item.id}`);
          return label === undefined ? [] : [{ ...item, label }];
        });
        return changeCase(deps, command, { type: 'requestSupplement', items: known, ...form });
      },
      done: 'Výzva je odeslaná. Žadatel teď může opravit jen to, co jste vybrali.',
      mendable: { nothingToMend: 'vyzva-co', untilTooSoon: 'vyzva-termin', mayNotStandStill: 'vyzva-stoji' },
    }),
    extend: perform(deps, directory, {
      name: 'extend',
      schema: extendForm,
      run: (command, form) =>
        changeCase(deps, command, {
          type: 'extend',
          days: form['prodlouzeni-dny'],
          reason: form['prodlouzeni-duvod'],
        }),
      done: 'Lhůta je prodloužená. Žadatel ví o\u00a0kolik a\u00a0proč.',
      mendable: { extendedTooMuch: 'prodlouzeni-dny' },
    }),
  };
}
