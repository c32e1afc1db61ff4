import { assignCase, moveOnCase, startCase, takeOverCase } from '../../../cases/commands.ts';
import { refusal } from '../../../core/case/refusals.ts';
import type { ReadDirectory } from '../../directory.ts';
import { assignForm, moveOnForm, startForm, takeOverForm } from '../forms.ts';
import { isDeserted } from '../../staffed.ts';
import { type ActionDeps, perform } from '../perform.ts';
import type { Handlers } from './handlers.ts';

/** Who has the case, and at which step of its plan it is. */
export function handOverHandlers(
  deps: ActionDeps,
  directory: ReadDirectory,
): Handlers<'takeOver' | 'start' | 'assign' | 'moveOn'> {
  return {
    takeOver: perform(deps, directory, {
      name: 'takeOver',
      schema: takeOverForm,
      run: command => takeOverCase(deps, command),
      done: 'Případ teď máte vy.',
    }),
    start: perform(deps, directory, {
      name: 'start',
      schema: startForm,
      run: command => startCase(deps, command),
      done: 'Začali jste případ vyřizovat.',
    }),
    assign: perform(deps, directory, {
      name: 'assign',
      schema: assignForm,
      run: async (command, { komu, duvod }) => {
        if (await isDeserted(deps.db, komu)) return { ok: false, refusal: refusal('nobodyThere') };
        return assignCase(deps, { ...command, to: komu, reason: duvod });
      },
      done: 'Případ jste předali.',
      mendable: {
        reasonMissing: 'duvod',
        officerOfAnotherDepartment: 'komu',
        officerBiased: 'komu',
        officerLeft: 'komu',
        officerLacksAgenda: 'komu',
        officerAbsent: 'komu',
        nobodyThere: 'komu',
        nothingChanges: 'komu',
      },
    }),
    moveOn: perform(deps, directory, {
      name: 'moveOn',
      schema: moveOnForm,
      run: (command, form) =>
        moveOnCase(deps, {
          ...command,
          to: form['krok-kam'],
          officerId: form['krok-komu'] || null,
          reason: form['krok-duvod'],
        }),
      done: 'Případ postoupil k\u00a0dalšímu kroku.',
      mendable: {
        noSuchStep: 'krok-kam',
        officerOfAnotherDepartment: 'krok-komu',
        officerBiased: 'krok-komu',
        officerLeft: 'krok-komu',
        officerLacksAgenda: 'krok-komu',
        officerAbsent: 'krok-komu',
        skipUnexplained: 'krok-duvod',
      },
    }),
  };
}
