import { describe, expect, it } from 'vitest';

import { localise, orphanTranslations, translatableTexts } from '../../../src/core/form/translations.ts';
import { aDefinition, everyType, parsed } from './definitions.ts';

const steps = [
  {
    id: 'dog',
    title: 'Pes',
    why: 'Ať ho poznáme.',
    fields: [
      {
        type: 'oneOf' as const,
        id: 'sex',
        label: 'Pohlaví',
        options: [
          { value: 'male', label: 'Pes', hint: 'Kluk.' },
          { value: 'female', label: 'Fena' },
        ],
      },
      {
        type: 'group' as const,
        id: 'trips',
        label: 'Cesty',
        rowLabel: 'Cesta',
        fields: [{ type: 'text' as const, id: 'where', label: 'Kam' }],
      },
    ],
  },
];

const english = {
  title: 'Trial',
  'steps.dog.title': 'Dog',
  'fields.sex.options.female.label': 'Bitch',
  'fields.where.label': 'Where to',
  'fields.trips.rowLabel': 'Trip',
};

describe('an agenda in another language', () => {
  const definition = parsed(aDefinition(steps, { translations: { en: english } }));
  const localised = localise(definition, 'en');

  it('says what is translated, down to the options of a choice and the fields of a row', () => {
    expect(localised.title).toBe('Trial');
    const texts = new Map(translatableTexts(localised).map(({ key, czech }) => [key, czech]));
    for (const [key, text] of Object.entries(english)) expect(texts.get(key)).toBe(text);
  });

  it('says in Czech what is not', () => {
    expect(localised.summary).toBe('K čemu to je.');
    expect(localise(definition, 'uk')).toEqual(definition);
  });

  it('asks the same questions', () => {
    const ids = (steps: typeof definition.steps) => steps.map(step => step.fields.map(field => field.id));
    expect(ids(localised.steps)).toEqual(ids(definition.steps));
  });

  it('tells which translations belong to nothing', () => {
    expect(orphanTranslations(definition)).toEqual([]);
    const orphan = { ...definition, translations: { uk: { 'fields.gone.label': 'Немає' } } };
    expect(orphanTranslations(orphan)).toEqual(['fields.gone.label']);
  });

  it('has one key for every text, each once', () => {
    const keys = translatableTexts(parsed(everyType)).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
