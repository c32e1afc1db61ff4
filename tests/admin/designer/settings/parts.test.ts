import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { evaluated } from '../../../../src/admin/designer/settings/form.ts';
import { settingsParts } from '../../../../src/admin/designer/settings/index.ts';
import { translation } from '../../../../src/admin/designer/settings/languages.ts';
import type { City } from '../../../../src/admin/designer/settings/part.ts';
import type { Entries } from '../../../../src/core/form/answers.ts';
import { sketchSchema, type Definition } from '../../../../src/core/form/definition.ts';
import { isWrong } from '../../../../src/core/form/field-state.ts';

const now = Temporal.Instant.from('2026-05-04T08:00:00Z');
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const agendas = readdirSync('prisma/seed/agendas').map(file => sketchSchema.parse(read(`prisma/seed/agendas/${file}`)));
const [dog] = agendas.filter(({ slug }) => slug === 'ohlaseni-psa');
const named = (file: string) => read(`prisma/seed/${file}`) as { slug: string; name: string }[];
const city: City = { departments: named('departments.json'), lifeSituations: named('life-situations.json') };

/** What becomes of an agenda when a part of it is saved with these entries. */
function saved(id: string, sketch: Definition, entries: (before: Entries) => Entries = before => before): Definition {
  const part = settingsParts.find(candidate => candidate.id === id);
  if (!part) throw new Error(`no part ${id}`);
  const { fields, answers, origin } = evaluated(part.fields(sketch, city), entries(part.toEntries(sketch)), now);
  const wrong = fields.filter(isWrong).map(({ field, error, rows }) => [field.id, error, JSON.stringify(rows)]);
  expect(wrong).toEqual([]);
  return sketchSchema.parse(part.apply(sketch, answers, origin));
}

describe.each(settingsParts.map(({ id }) => id))('the part %s', id => {
  it.each(agendas.map(agenda => [agenda.slug, agenda] as const))(
    'of %s, saved as it is, changes nothing',
    (_slug, agenda) => {
      expect(saved(id, agenda)).toEqual(agenda);
    },
  );
});

describe.each(['en', 'uk'] as const)('texts in %s', language => {
  it.each(agendas.map(agenda => [agenda.slug, agenda] as const))(
    'of %s, saved as they are, change nothing',
    (_slug, agenda) => {
      for (const stepId of [undefined, ...agenda.steps.map(step => step.id)]) {
        const part = translation(language, stepId);
        const { answers, origin } = evaluated(part.fields(agenda, city), part.toEntries(agenda), now);
        expect(part.apply(agenda, answers, origin)).toEqual(agenda);
      }
    },
  );
});

describe('rows of a part', () => {
  const rowsOf = (entries: Entries, id: string) => entries[id] as Entries[];
  if (!dog) throw new Error('the dog registration is gone');

  it('keep their ids when the one before them is emptied', () => {
    const changed = saved('postup', dog, entries => ({ ...entries, plan: rowsOf(entries, 'plan').with(0, {}) }));
    expect(changed.plan).toEqual(dog.plan.slice(1));
  });

  it('keep their conditions when the one before them is emptied', () => {
    const bring = [
      { text: 'Průkaz', when: { '==': [{ var: 'hasChip' }, true] } },
      { text: 'Fotka', when: { '==': [{ var: 'hasChip' }, false] } },
    ];
    const sketch = { ...dog, visit: { ...dog.visit, needed: true, bring } };
    const changed = saved('navsteva', sketch, entries => ({ ...entries, bring: rowsOf(entries, 'bring').with(0, {}) }));
    expect(changed.visit.bring).toEqual(bring.slice(1));
  });

  it('that are new get an id of their own, made of what they are called', () => {
    const row = { title: 'Kontrola na místě', department: 'spravni', targetDays: '3' };
    const changed = saved('postup', dog, entries => ({ ...entries, plan: [...rowsOf(entries, 'plan'), row, row] }));
    expect(changed.plan.slice(-2).map(({ id }) => id)).toEqual(['kontrolaNaMiste', 'kontrolaNaMiste2']);
  });
});

describe('the legal clock', () => {
  it('is taken whole from the law it is chosen by', () => {
    if (!dog) throw new Error('the dog registration is gone');
    const changed = saved('postup', dog, entries => ({ ...entries, kind: 'information' }));
    expect(changed.clock).toEqual({
      kind: 'information',
      days: 15,
      unit: 'calendar',
      provision: '§\u00a014 odst.\u00a05 zákona č.\u00a0106/1999\u00a0Sb.',
    });
  });
});

describe('rules', () => {
  const twoDates = {
    first: 'dogBorn',
    second: 'keptSince',
  };
  if (!dog) throw new Error('the dog registration is gone');
  const only = (row: Entries) => saved('pravidla', dog, () => ({ rules: [row] })).rules;

  it('of two days are judged once both are known', () => {
    expect(only({ kind: 'order', ...twoDates, message: 'Opravte datum' })).toEqual([
      {
        id: 'pravidlo',
        when: { and: [{ '!!': [{ var: 'dogBorn' }] }, { '!!': [{ var: 'keptSince' }] }] },
        holds: { '>=': [{ var: 'keptSince' }, { var: 'dogBorn' }] },
        message: 'Opravte datum',
        at: 'keptSince',
      },
    ]);
  });

  it('of at least one answer show at the first of them', () => {
    const [rule] = only({ kind: 'any', among: ['phone', 'companyIco'], message: 'Aspoň něco' });
    expect(rule).toMatchObject({
      at: 'companyIco',
      holds: { or: [{ '!!': [{ var: 'companyIco' }] }, { '!!': [{ var: 'phone' }] }] },
    });
  });
});
