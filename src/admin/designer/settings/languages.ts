import type { Entries } from '../../../core/form/answers.ts';
import type { Definition, Language } from '../../../core/form/definition.ts';
import { translatableTexts } from '../../../core/form/translations.ts';
import { questions, textOf, type SettingsPart } from './part.ts';

/** The texts of one step, or those that belong to no step, in another language, each under the Czech one. */
export function translation(language: Language, stepId?: string): SettingsPart {
  const textsOf = (sketch: Definition) =>
    translatableTexts(sketch).filter(({ key }) => ownerOf(sketch, key) === stepId);
  const known = (sketch: Definition) => sketch.translations[language] ?? {};
  return {
    name: 'jazyky',
    id: ['jazyk', language, ...(stepId === undefined ? [] : [stepId])].join('-'),
    fields: sketch =>
      textsOf(sketch).flatMap(({ czech }, index) =>
        czech === '' ? [] : questions({ id: boxOf(index), label: czech.slice(0, 300), ...sizeOf(czech) }),
      ),
    toEntries: (sketch): Entries => {
      const texts = known(sketch);
      return Object.fromEntries(textsOf(sketch).map(({ key }, index) => [boxOf(index), texts[key] ?? '']));
    },
    apply: (sketch, answers): Definition => {
      const changed = new Map(textsOf(sketch).map(({ key }, index) => [key, textOf(answers, boxOf(index))]));
      const texts = Object.entries({ ...known(sketch), ...Object.fromEntries(changed) }).filter(
        ([, text]) => text !== '',
      );
      const others = Object.entries(sketch.translations).filter(([code]) => code !== language);
      const own = texts.length === 0 ? [] : [[language, Object.fromEntries(texts)] as const];
      return { ...sketch, translations: Object.fromEntries([...others, ...own]) };
    },
  };
}

function boxOf(index: number): string {
  return `text${index}`;
}

function sizeOf(czech: string): object {
  return czech.length > 100 ? { type: 'longText', maxLength: 4000 } : { type: 'text', maxLength: 300 };
}

/** The step a text belongs to: its own, or that of its question. */
export function ownerOf({ steps }: Definition, key: string): string | undefined {
  const [list, id] = key.split('.');
  if (list === 'steps') return id;
  if (list !== 'fields') return undefined;
  return steps.find(step =>
    step.fields.some(
      field => field.id === id || (field.type === 'group' && field.fields.some(inner => inner.id === id)),
    ),
  )?.id;
}
