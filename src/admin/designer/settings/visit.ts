import type { Definition } from '../../../core/form/definition.ts';
import { renumbered } from '../../../core/form/edit/renumber-translations.ts';
import { questions, rowsOf, rowsWith, textOf, typed, type ConditionPlace, type SettingsPart } from './part.ts';

/** Whether anybody has to come, and what to bring. */
export const visit: SettingsPart = {
  id: 'navsteva',
  fields: () =>
    questions(
      { type: 'yesNo', id: 'needed', label: 'Musí někdo přijít na úřad?', required: true },
      {
        type: 'longText',
        id: 'text',
        label: 'Co k\u00a0tomu říct',
        hint: 'Kam a\u00a0kdy přijít, nebo že chodit nikam nemusí.',
        maxLength: 1000,
      },
      {
        type: 'group',
        id: 'bring',
        label: 'Co si vzít s\u00a0sebou',
        hint: 'Když nikdo přijít nemusí, nechte prázdné. Seznam se sestaví podle odpovědí. Kdy která věc platí, nastavíte po uložení pod seznamem.',
        rowLabel: 'Věc',
        max: 40,
        fields: [
          { type: 'text', id: 'item', label: 'Co', hint: 'Třeba rodný list dítěte.', maxLength: 300, required: false },
        ],
      },
    ),
  toEntries: ({ visit: { needed, text, bring } }) => ({
    needed: typed(needed),
    text,
    bring: bring.map(item => ({ item: item.text })),
  }),
  apply: (sketch, answers, origin): Definition => ({
    ...sketch,
    translations: renumbered(sketch.translations, 'visit.bring', origin('bring')),
    visit: {
      needed: answers.needed === true,
      text: textOf(answers, 'text'),
      bring: rowsWith(rowsOf(answers, 'bring'), sketch.visit.bring, origin('bring')).map(
        ({ row, before: { when } = {} }) => ({ text: textOf(row, 'item'), ...(when !== undefined && { when }) }),
      ),
    },
  }),
  conditions: ({ visit: { bring } }): ConditionPlace[] =>
    bring.map(({ text, when }, index) => ({ place: `visit.bring.${index}.when`, label: text, when })),
};
