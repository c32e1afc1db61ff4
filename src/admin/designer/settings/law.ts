import type { Definition } from '../../../core/form/definition.ts';
import { renumbered } from '../../../core/form/edit/renumber-translations.ts';
import { questions, rowsOf, textOf, typed, type SettingsPart } from './part.ts';

/** On what the agenda stands. */
export const law: SettingsPart = {
  id: 'pravo',
  fields: () =>
    questions({
      type: 'group',
      id: 'law',
      label: 'Právní předpisy',
      hint: 'Lidem je ukážeme až na konci stránky služby.',
      rowLabel: 'Předpis',
      max: 30,
      fields: [
        {
          type: 'text',
          id: 'provision',
          label: 'Ustanovení',
          hint: 'Třeba §\u00a02 zákona č.\u00a0565/1990\u00a0Sb., o\u00a0místních poplatcích.',
          maxLength: 300,
          required: false,
        },
        {
          type: 'text',
          id: 'text',
          label: 'Co říká',
          hint: 'Jednou větou, kterou pochopí každý.',
          maxLength: 300,
          required: false,
        },
        {
          type: 'text',
          id: 'url',
          label: 'Odkaz',
          hint: 'Celá adresa, třeba https://www.e-sbirka.cz/sb/1990/565.',
          required: false,
        },
      ],
    }),
  toEntries: sketch => ({
    law: sketch.law.map(({ provision, text, url }) => ({ provision, text, url: typed(url) })),
  }),
  apply: (sketch, answers, origin): Definition => ({
    ...sketch,
    translations: renumbered(sketch.translations, 'law', origin('law')),
    law: rowsOf(answers, 'law').map(row => {
      const url = textOf(row, 'url');
      return {
        provision: textOf(row, 'provision'),
        text: textOf(row, 'text'),
        ...(url !== '' && { url }),
      };
    }),
  }),
};
