import type { Definition } from '../../../core/form/definition.ts';
import { newId } from '../../../core/form/edit/new-id.ts';
import { optionalText, questions, rowsOf, rowsWith, textOf, typed, type SettingsPart } from './part.ts';

/** What the office writes to people, by itself and by the clerk's hand. */
export const letters: SettingsPart = {
  id: 'dopisy',
  fields: () =>
    questions(
      {
        type: 'longText',
        id: 'filed',
        label: 'Co přidat do e-mailu po podání',
        hint: 'Značku, odkaz a\u00a0lhůtu e-mail říká sám. Přidejte, jen co má podatel vědět navíc.',
        maxLength: 2000,
      },
      { type: 'longText', id: 'assigned', label: 'Co přidat, když případ převezme úředník', maxLength: 2000 },
      { type: 'longText', id: 'decided', label: 'Co přidat, když je rozhodnuto', maxLength: 2000 },
      {
        type: 'group',
        id: 'letters',
        label: 'Vzory dopisů',
        hint: 'Texty, kterými úředník dopis začne. Může je upravit.',
        rowLabel: 'Vzor',
        max: 20,
        fields: [
          {
            type: 'text',
            id: 'title',
            label: 'Název vzoru',
            hint: 'Třeba Prosba o\u00a0doplnění.',
            maxLength: 300,
            required: false,
          },
          { type: 'longText', id: 'text', label: 'Text', maxLength: 4000, required: false },
        ],
      },
    ),
  toEntries: ({ mails, letters: templates }) => ({
    filed: typed(mails.filed),
    assigned: typed(mails.assigned),
    decided: typed(mails.decided),
    letters: templates.map(({ title, text }) => ({ title, text })),
  }),
  apply: (sketch, answers, origin): Definition => {
    const kept: Definition['letters'] = [];
    rowsWith(rowsOf(answers, 'letters'), sketch.letters, origin('letters')).forEach(({ row, before }) => {
      const title = textOf(row, 'title');
      const id = before?.id ?? newId({ ...sketch, letters: [...sketch.letters, ...kept] }, title, 'dopis');
      kept.push({ id, title, text: textOf(row, 'text') });
    });
    return {
      ...sketch,
      mails: {
        ...optionalText(answers, 'filed'),
        ...optionalText(answers, 'assigned'),
        ...optionalText(answers, 'decided'),
      },
      letters: kept,
    };
  },
};
