import { addNote, linkCases, unlinkCases } from '../../../cases/commands.ts';
import type { ReadDirectory } from '../../directory.ts';
import { linkForm, noteForm, unlinkForm } from '../forms.ts';
import { type ActionDeps, perform } from '../perform.ts';
import type { Handlers } from './handlers.ts';

/** What the office writes for itself. */
export function insideHandlers(deps: ActionDeps, directory: ReadDirectory): Handlers<'note' | 'link' | 'unlink'> {
  return {
    note: perform(deps, directory, {
      name: 'note',
      schema: noteForm,
      run: (command, { poznamka, upozornit }) =>
        addNote(deps, { ...command, text: poznamka, mentionedId: upozornit || undefined }),
      done: 'Poznámka je uložená.',
      mendable: { mentionedElsewhere: 'upozornit' },
    }),
    link: perform(deps, directory, {
      name: 'link',
      schema: linkForm,
      run: (command, form) =>
        linkCases(deps, { ...command, reference: form['souvislost-znacka'], why: form['souvislost-duvod'] }),
      done: 'Případy jsou propojené.',
      mendable: { noSuchCase: 'souvislost-znacka', sameCase: 'souvislost-znacka', alreadyLinked: 'souvislost-znacka' },
    }),
    unlink: perform(deps, directory, {
      name: 'unlink',
      schema: unlinkForm,
      run: (command, form) => unlinkCases(deps, { ...command, reference: form['zrusit-znacka'] }),
      done: 'Propojení je zrušené.',
    }),
  };
}
