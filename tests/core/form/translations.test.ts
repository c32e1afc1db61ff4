import { describe, expect, it } from 'vitest';

import { localise, orphanTranslations, translatableTexts } from '../../../src/core/form/translations.ts';
import { aDefinition, everyType, parsed } from './definitions.ts';
import { richDefinition } from './rich-definition.ts';

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

  it('leaves in Czech only citations, what is sent, what the office alone reads and what is no text', () => {
    const left: string[] = [];
    const original = { ...richDefinition, translations: {} };
    const keys = translatableTexts(original).map(({ key }) => [key, 'xx']);
    collect(localise({ ...original, translations: { en: Object.fromEntries(keys) as Texts } }, 'en'), '', left);
    const technical = /\.(id|type|when|prefill|autocomplete|value|format|by|take)$/;
    const kept = new Set(left.map(path => path.replaceAll(/\[\d+\]/g, '')).filter(path => !technical.test(path)));
    expect([...kept].sort()).toEqual([
      'applicant.email',
      'applicant.name',
      'applicant.phone',
      'attachments.formats',
      'audiences',
      'clock.kind',
      'clock.provision',
      'clock.unit',
      'department',
      'fee.provision',
      'keywords',
      'law.provision',
      'law.url',
      'letters.text',
      'letters.title',
      'lifeSituations',
      'mails.assigned',
      'mails.decided',
      'mails.filed',
      'plan.department',
      'rules.at',
      'rules.holds',
      'slug',
      'steps.fields.ask',
      'steps.fields.formats',
      'steps.fields.notBefore',
      'subjectFields',
      'whoMayFile.confirmation',
      'whoMayFile.identity',
    ]);
  });

  it('has one key for every text, each once', () => {
    const keys = translatableTexts(parsed(everyType)).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

type Texts = Record<string, string>;

/** Paths of the texts that are still Czech; a formula counts as one. */
function collect(value: unknown, path: string, left: string[]): void {
  if (path === 'translations') return;
  if (typeof value === 'string' && value !== 'xx') left.push(path);
  if (typeof value !== 'object' || value === null) return;
  if (/(when|holds|value)$/.test(path)) {
    left.push(path);
    return;
  }
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    collect(inner, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`, left);
  }
}
