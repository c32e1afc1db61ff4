import { addNote } from '../../../cases/commands.ts';
import type { ReadDirectory } from '../../directory.ts';
import type { Handlers } from '../actions.ts';
import { noteForm } from '../forms.ts';
import { type ActionDeps, perform } from '../perform.ts';

/** What the office writes for itself. */
export function insideHandlers(deps: ActionDeps, directory: ReadDirectory): Handlers<'note'> {
  return {
    note: perform(deps, directory, {
      name: 'note',
      schema: noteForm,
      run: (command, { poznamka }) => addNote(deps, { ...command, text: poznamka }),
      done: 'Poznámka je uložená.',
    }),
  };
}
