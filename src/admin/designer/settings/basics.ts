import type { Definition } from '../../../core/form/definition.ts';
import { renumbered } from '../../../core/form/edit/renumber-translations.ts';
import { choicesOf, inOrder, linesOf, placesOf, questions, textOf, type SettingsPart } from './part.ts';

const audiences = ['obcan', 'firma', 'instituce'] as const;

/** What the agenda is called and where people find it. */
export const basics: SettingsPart = {
  id: 'zaklad',
  fields: (_sketch, { lifeSituations }) =>
    questions(
      {
        type: 'text',
        id: 'title',
        label: 'Název služby',
        hint: 'Jak by ji hledal občan, třeba Ohlášení psa.',
        maxLength: 300,
      },
      {
        type: 'longText',
        id: 'summary',
        label: 'K čemu je',
        hint: 'Jedna nebo dvě krátké věty. Ukazují se i ve výsledcích hledání.',
        maxLength: 1000,
      },
      {
        type: 'severalOf',
        id: 'audiences',
        label: 'Pro koho je',
        options: [
          { value: 'obcan', label: 'Občan' },
          { value: 'firma', label: 'Firma nebo podnikatel' },
          { value: 'instituce', label: 'Spolek nebo jiná instituce' },
        ],
      },
      {
        type: 'severalOf',
        id: 'lifeSituations',
        label: 'Ve kterých oblastech ji lidé najdou',
        options: lifeSituations.map(({ slug, name }) => ({ value: slug, label: name })),
      },
      {
        type: 'longText',
        id: 'keywords',
        label: 'Slova, pod kterými ji lidé hledají',
        hint: 'Každé na nový řádek. Pište i hovorová, třeba pejsek.',
        maxLength: 4000,
      },
      {
        type: 'longText',
        id: 'prepare',
        label: 'Co si připravit',
        hint: 'Každou věc na nový řádek, třeba číslo čipu psa.',
        maxLength: 4000,
      },
      {
        type: 'text',
        id: 'duration',
        label: 'Jak dlouho to trvá',
        hint: 'Vyplnění i vyřízení, třeba: Vyplnění zabere asi 10\u00a0minut. Vyřídíme do 14\u00a0dnů.',
        maxLength: 300,
      },
    ),
  toEntries: ({ title, summary, audiences: chosen, lifeSituations, keywords, prepare, duration }) => ({
    title,
    summary,
    audiences: chosen,
    lifeSituations,
    keywords: keywords.join('\n'),
    prepare: prepare.join('\n'),
    duration,
  }),
  apply: (sketch, answers): Definition => ({
    ...sketch,
    translations: renumbered(sketch.translations, 'prepare', placesOf(linesOf(answers, 'prepare'), sketch.prepare)),
    title: textOf(answers, 'title'),
    summary: textOf(answers, 'summary'),
    audiences: inOrder(
      sketch.audiences,
      audiences.filter(audience => choicesOf(answers, 'audiences').includes(audience)),
    ),
    lifeSituations: inOrder(sketch.lifeSituations, choicesOf(answers, 'lifeSituations')),
    keywords: linesOf(answers, 'keywords'),
    prepare: linesOf(answers, 'prepare'),
    duration: textOf(answers, 'duration'),
  }),
};
