import type { RequestHandler } from 'express';
import {
  addNote,
  assignCase,
  closeCase,
  type CommandResult,
  decideCase,
  startCase,
  takeOverCase,
} from '../../cases/commands.ts';
import type { ReadDirectory } from '../directory.ts';
import { assignForm, closeForm, decideForm, noteForm, startForm, takeOverForm } from './forms.ts';
import { type ActionDeps, perform } from './perform.ts';

type Handlers = Record<'takeOver' | 'start' | 'assign' | 'decide' | 'close' | 'note', RequestHandler>;

/** POST /urad/pripady/:ref/...: each step with a case is a small resource of its own. */
export function actionHandlers(deps: ActionDeps, directory: ReadDirectory): Handlers {
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
        const departmentId = komu.kind === 'department' ? komu.id : await departmentOf(deps, komu.id);
        const officerId = komu.kind === 'officer' ? komu.id : null;
        return assignCase(deps, { ...command, departmentId, officerId, reason: duvod });
      },
      done: 'Případ jste předali.',
    }),
    decide: perform(deps, directory, {
      name: 'decide',
      schema: decideForm,
      run: (command, { vysledek, oduvodneni }) =>
        decideCase(deps, { ...command, outcome: vysledek, explanation: oduvodneni }),
      done: 'Případ je vyřízený. Žadatel vidí výsledek i\u00a0odůvodnění.',
    }),
    close: perform(deps, directory, {
      name: 'close',
      schema: closeForm,
      run: (command, { zaver }) => closeCase(deps, { ...command, note: zaver }),
      done: 'Případ je uzavřený.',
    }),
    note: perform(deps, directory, {
      name: 'note',
      schema: noteForm,
      run: (command, { poznamka }): Promise<CommandResult> => addNote(deps, { ...command, text: poznamka }),
      done: 'Poznámka je uložená.',
    }),
  };
}

/** Of an officer who does not exist, an id that belongs to no department: the command refuses both alike. */
async function departmentOf({ db }: ActionDeps, officerId: string): Promise<string> {
  const officer = await db.officer.findUnique({ where: { id: officerId }, select: { departmentId: true } });
  return officer?.departmentId ?? officerId;
}
