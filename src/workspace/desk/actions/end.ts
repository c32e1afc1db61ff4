import { changeCase, closeCase, decideCase, recordConfirmation } from '../../../cases/commands.ts';
import type { ReadDirectory } from '../../directory.ts';
import { closeForm, confirmForm, decideForm, forwardForm, serviceForm, settleAppealForm } from '../forms.ts';
import { type ActionDeps, perform } from '../perform.ts';
import type { Handlers } from './handlers.ts';

/** How the case ends, and what follows a decision. */
export function endHandlers(
  deps: ActionDeps,
  directory: ReadDirectory,
): Handlers<'confirm' | 'decide' | 'forward' | 'recordService' | 'settleAppeal' | 'close'> {
  return {
    decide: perform(deps, directory, {
      name: 'decide',
      schema: decideForm,
      run: (command, { vysledek, oduvodneni }) =>
        decideCase(deps, { ...command, outcome: vysledek, explanation: oduvodneni }),
      done: 'Případ je vyřízený. Žadatel vidí výsledek i\u00a0odůvodnění.',
      mendable: { explanationMissing: 'oduvodneni' },
    }),
    confirm: perform(deps, directory, {
      name: 'confirm',
      schema: confirmForm,
      run: (command, form) =>
        recordConfirmation(deps, { ...command, way: form['potvrzeni-zpusob'], on: form['potvrzeni-den'] }),
      done: 'Potvrzení je zapsané. Podání platí a\u00a0čeká na převzetí.',
      mendable: { confirmedTooLate: 'potvrzeni-den', confirmedInFuture: 'potvrzeni-den' },
    }),
    forward: perform(deps, directory, {
      name: 'forward',
      schema: forwardForm,
      run: (command, form) =>
        changeCase(deps, command, {
          type: 'forward',
          authority: form['postoupeni-urad'],
          reason: form['postoupeni-duvod'],
        }),
      done: 'Podání je postoupené jinému úřadu.',
    }),
    recordService: perform(deps, directory, {
      name: 'recordService',
      schema: serviceForm,
      run: (command, form) => {
        const takenOn = form['doruceni-prevzato']?.toString() ?? null;
        const delivery = { way: form['doruceni-zpusob'], sentOn: form['doruceni-odeslano'].toString(), takenOn };
        return changeCase(deps, command, { type: 'recordService', delivery });
      },
      done: 'Doručení je zapsané.',
      mendable: { servedInFuture: 'doruceni-odeslano', takenBeforeSent: 'doruceni-prevzato' },
    }),
    settleAppeal: perform(deps, directory, {
      name: 'settleAppeal',
      schema: settleAppealForm,
      run: (command, form) =>
        changeCase(deps, command, {
          type: 'settleAppeal',
          result: form['odvolani-vysledek'],
          reason: form['odvolani-duvod'],
        }),
      done: 'Výsledek odvolání je zapsaný.',
    }),
    close: perform(deps, directory, {
      name: 'close',
      schema: closeForm,
      run: (command, { zaver }) => closeCase(deps, { ...command, note: zaver }),
      done: 'Případ je uzavřený.',
    }),
  };
}
