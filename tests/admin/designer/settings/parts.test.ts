import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { evaluated } from '../../../../src/admin/designer/settings/form.ts';
import { findPart, settingsParts } from '../../../../src/admin/designer/settings/index.ts';
import { withRowMoved } from '../../../../src/admin/designer/settings/moved-row.ts';
import type { City } from '../../../../src/admin/designer/settings/part.ts';
import type { RowButtons } from '../../../../src/admin/designer/settings/row-buttons.ts';
import type { Entries } from '../../../../src/core/form/answers.ts';
import { sketchSchema, type Definition } from '../../../../src/core/form/definition.ts';
import { isWrong } from '../../../../src/core/form/field-state.ts';
import { translatableTexts } from '../../../../src/core/form/translations.ts';
import { additions, edits, everything, valueAt, withAt } from './edits.ts';

const now = Temporal.Instant.from('2026-05-04T08:00:00Z');
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const agendas = readdirSync('prisma/seed/agendas').map(file => sketchSchema.parse(read(`prisma/seed/agendas/${file}`)));
const [dog] = agendas.filter(({ slug }) => slug === 'ohlaseni-psa');
const named = (file: string) => read(`prisma/seed/${file}`) as { slug: string; name: string }[];
const city: City = { departments: named('departments.json'), lifeSituations: named('life-situations.json') };

/** What becomes of an agenda when a part of it is saved with these entries, by a button that moves a row or without. */
function saved(
  id: string,
  sketch: Definition,
  entries: (before: Entries) => Entries = before => before,
  moved?: RowButtons['moved'],
): Definition {
  const part = findPart(id);
  if (!part) throw new Error(`no part ${id}`);
  const read = evaluated(part.fields(sketch, city), entries(part.toEntries(sketch)), now);
  const { fields, answers, origin } = withRowMoved(read, { added: '', removed: undefined, moved });
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

/** Every group of rows, by its part. */
const groups = settingsParts.flatMap(part =>
  part
    .fields(everything, city)
    .filter(({ type }) => type === 'group')
    .map(group => `${part.id}.${group.id}`),
);

describe('a box of a part', () => {
  const cases = Object.entries(edits).flatMap(([part, ofPart]) => ofPart.map(edit => [part, ...edit] as const));

  it.each(cases)('of %s, changed to %j, changes %s and nothing else', (part, typed, at, value) => {
    const changed = saved(part, everything, before =>
      Object.entries(typed).reduce((entries, [box, entry]) => withAt(entries, box, entry), before),
    );
    expect(valueAt(everything, at)).not.toEqual(value);
    expect(changed).toEqual(withAt(everything, at, value));
  });

  it.each(settingsParts.map(({ id }) => id))('of %s is one of those changed above: there is no other', id => {
    const changed = (edits[id] ?? []).flatMap(([typed]) => Object.keys(typed).map(box => box.replace(/\.\d+/, '')));
    expect([...new Set(changed)].sort()).toEqual(boxesOf(id).sort());
  });
});

describe('a row of a part', () => {
  it.each(groups)('in %s is added with all that was typed, and goes alone', name => {
    const [row, list, item] = additions[name] ?? [{}, '', undefined];
    const [part = '', group = ''] = name.split('.');
    const before = valueAt(everything, list) as unknown[];
    const rowsOf = (entries: Entries) => entries[group] as Entries[];
    const longer = saved(part, everything, entries => ({ ...entries, [group]: [...rowsOf(entries), row] }));
    expect(longer).toEqual(withAt(everything, list, [...before, item]));
    const shorter = saved(part, everything, entries => ({ ...entries, [group]: rowsOf(entries).with(0, {}) }));
    expect(shorter).toEqual(withAt(everything, list, before.slice(1)));
  });
});

describe('a translation', () => {
  const inEnglish = (text: string) => `${text} in English`;
  const texts = translatableTexts(everything).map(({ key, czech }) => [key, inEnglish(czech)] as const);
  const sketch = { ...everything, translations: { en: Object.fromEntries(texts) } };
  /** Whether every text of the agenda still has its own translation, but for those that are new. */
  const expectOwn = (changed: Definition, isNew: (czech: string) => boolean = () => false) => {
    for (const { key, czech } of translatableTexts(changed)) {
      expect(changed.translations.en?.[key], key).toBe(isNew(czech) ? undefined : inEnglish(czech));
    }
  };

  it.each(groups)('of a row in %s goes with it when it moves, and when another is added or taken away', name => {
    const [part = '', group = ''] = name.split('.');
    const [row = {}] = additions[name] ?? [];
    const rowsOf = (entries: Entries) => entries[group] as Entries[];
    expectOwn(saved(part, sketch, undefined, { group, index: 1, direction: 'up' }));
    expectOwn(saved(part, sketch, undefined, { group, index: 0, direction: 'down' }));
    expectOwn(saved(part, sketch, entries => ({ ...entries, [group]: rowsOf(entries).with(0, {}) })));
    const added = saved(part, sketch, entries => ({ ...entries, [group]: [...rowsOf(entries), row] }));
    expectOwn(added, czech => Object.values(row).includes(czech));
  });

  it.each([
    ['moves', (lines: string[]) => lines.toReversed()],
    ['stays when one before it is taken away', (lines: string[]) => lines.slice(1)],
    ['stays when one is written before it', (lines: string[]) => ['něco nového', ...lines]],
  ])('of a line %s', (_how, change) => {
    const prepare = change(sketch.prepare);
    expectOwn(
      saved('zaklad', sketch, entries => ({ ...entries, prepare: prepare.join('\n') })),
      czech => czech === 'něco nového',
    );
  });

  it('of a line stays when the line reads otherwise', () => {
    const prepare = sketch.prepare.with(1, 'plánek');
    const { translations } = saved('zaklad', sketch, entries => ({ ...entries, prepare: prepare.join('\n') }));
    expect(translations).toEqual(sketch.translations);
  });

  it('of a row of the fee goes with the table', () => {
    const { translations } = saved('poplatek', sketch, entries => ({ ...entries, by: 'formula' }));
    expect(Object.keys(translations.en ?? {}).filter(key => key.startsWith('fee.charge'))).toEqual([]);
  });
});

describe.each(['en', 'uk'] as const)('texts in %s', language => {
  const partsFor = ({ steps }: Definition) =>
    ['', ...steps.map(({ id }) => `-${id}`)].map(id => `jazyk-${language}${id}`);

  it.each(agendas.map(agenda => [agenda.slug, agenda] as const))(
    'of %s, saved as they are, change nothing',
    (_slug, agenda) => {
      for (const id of partsFor(agenda)) expect(saved(id, agenda)).toEqual(agenda);
    },
  );

  it('arrive one by one under the key of the Czech one, every text of the agenda', () => {
    const czech = new Map(translatableTexts(everything).map(({ key, czech }) => [key, czech]));
    const before = everything.translations[language] ?? {};
    const keys = partsFor(everything).flatMap(id =>
      (findPart(id)?.fields(everything, city) ?? []).map(({ id: box, label }) => {
        const { translations } = saved(id, everything, entries => ({ ...entries, [box]: 'In other words' }));
        const after = translations[language] ?? {};
        const changed = Object.keys(after).filter(key => after[key] === 'In other words');
        const [key = ''] = changed;
        expect(translations).toEqual({
          ...everything.translations,
          [language]: { ...before, [key]: 'In other words' },
        });
        expect(changed).toHaveLength(1);
        expect(label).toBe(czech.get(key)?.slice(0, 300));
        return key;
      }),
    );
    expect(keys.sort()).toEqual([...czech.keys()].sort());
  });

  it('are gone when their box is emptied', () => {
    const { title, ...others } = everything.translations[language] ?? {};
    expect(title).toBeTruthy();
    const emptied = saved(`jazyk-${language}`, everything, entries => ({ ...entries, text0: '' }));
    expect(emptied).toEqual(withAt(everything, `translations.${language}`, others));
  });
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
  const only = (row: Entries) => saved('pravidla', { ...dog, rules: [] }, () => ({ rules: [row] })).rules;

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

/** The boxes of a part; of a group, "group.box". */
function boxesOf(id: string): string[] {
  return (findPart(id)?.fields(everything, city) ?? []).flatMap(field =>
    field.type === 'group' ? field.fields.map(inner => `${field.id}.${inner.id}`) : [field.id],
  );
}
