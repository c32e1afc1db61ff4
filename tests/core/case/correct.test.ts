import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedAnswers, correct, correctedEntries } from '../../../src/core/case/correct.ts';
import type { Entries } from '../../../src/core/form/answers.ts';
import { entryAt } from '../../../src/core/form/entries.ts';
import { everyType, parsed } from '../form/definitions.ts';
import { fieldsOf, filings } from '../form/filings.ts';

const definition = parsed(everyType);
const filedOn = Temporal.PlainDate.from('2026-05-04');
const filed: Entries = {
  name: 'Jana Nováková',
  email: 'jana@example.cz',
  story: 'Tak to bylo.',
  area: '8',
  from: { day: '10', month: '5', year: '2026' },
  to: { day: '12', month: '5', year: '2026' },
  more: 'no',
  plate: '1AB 2345',
};

const mend = (asked: string[], typed: Entries = {}, today = filedOn) =>
  correct({ definition, entries: filed, typed, asked, filedOn, today });
const open = ({ fields, slots }: ReturnType<typeof correct>) => [
  ...fields.map(({ field }) => field.id),
  ...slots.map(({ id }) => id),
];
const changed = (correction: ReturnType<typeof correct>) =>
  changedAnswers(definition, correction).map(({ id, before, after }) => [id, before?.lines[0], after?.lines[0]]);

describe('what may be mended', () => {
  test('is what was asked for, filled in as it was filed', () => {
    const correction = mend(['story']);
    expect(open(correction)).toEqual(['story']);
    expect(correction.fields[0]).toMatchObject({ entry: 'Tak to bylo.', value: 'Tak to bylo.' });
    expect(changed(correction)).toEqual([]);
  });

  test('is nothing else: what is typed for another question does not count', () => {
    const correction = mend(['story'], { story: 'Jinak.', name: 'Petr Svoboda' });
    expect(changed(correction)).toEqual([['story', 'Tak to bylo.', 'Jinak.']]);
  });

  test('grows by the questions that a mended answer brings up', () => {
    const correction = mend(['more'], { more: 'yes' });
    expect(open(correction)).toEqual(['more', 'kind', 'reasons', 'truth']);
    expect(correction.after.complete).toBe(false);
    const deeper = mend(['more'], { more: 'yes', kind: 'company', reasons: ['b'], truth: 'yes' });
    expect(open(deeper)).toEqual(['more', 'kind', 'reasons', 'truth', 'ico']);
  });

  test('grows by an answer that a mended one made wrong, which stays open when it is mended too', () => {
    const later = { from: { day: '20', month: '5', year: '2026' } };
    expect(open(mend(['from'], later))).toEqual(['from', 'to']);
    const both = mend(['from'], { ...later, to: { day: '21', month: '5', year: '2026' } });
    expect(open(both)).toEqual(['from', 'to']);
    expect(both.after.complete).toBe(true);
  });

  test('grows by an attachment that a mended answer asks for', () => {
    expect(open(mend(['to'], { to: { day: '2', month: '6', year: '2026' } }))).toEqual(['to', 'plan']);
  });

  test('is nothing when the agenda does not ask it, or nobody types it', () => {
    expect(open(mend(['no-such-question', 'note']))).toEqual([]);
  });
});

describe('weeks later', () => {
  const today = Temporal.PlainDate.from('2026-07-01');

  test('what was filed still counts, though its days are over', () => {
    const correction = mend(['story'], { story: 'Jinak.' }, today);
    expect(correction.after.complete).toBe(true);
    expect(changed(correction)).toEqual([['story', 'Tak to bylo.', 'Jinak.']]);
  });

  test('a day that has to be mended is judged by today where nothing else depends on it', () => {
    const asked = ['from', 'to'];
    const past = mend(asked, { from: { day: '1', month: '6', year: '2026' } }, today);
    expect(past.fields[0]?.error).toBeDefined();
    const days = { from: { day: '3', month: '7', year: '2026' }, to: { day: '4', month: '7', year: '2026' } };
    expect(mend(asked, days, today).fields.map(({ error }) => error)).toEqual([undefined, undefined]);
  });
});

describe('the difference', () => {
  test('names an answer that is no longer asked as gone', () => {
    const withPrice = mend(['price'], { price: '100' });
    expect(changed(withPrice)).toEqual([
      ['price', undefined, '100\u00a0Kč'],
      ['plate', '1AB\u00a02345', undefined],
    ]);
  });

  test('is carried on: a second correction begins with the first', () => {
    const first = mend(['more'], {
      more: 'yes',
      kind: 'person',
      reasons: ['b'],
      truth: 'yes',
      birthNumber: '7405070005',
    });
    const entries = correctedEntries(definition, filed, changedAnswers(definition, first));
    const second = correct({ definition, entries, typed: {}, asked: ['kind'], filedOn, today: filedOn });
    expect(second.before.answers).toEqual(first.after.answers);
  });
});

test('whatever was filed and is typed, what was not open stays as it was typed', () => {
  const pairs = filings.chain(filing =>
    fc.record({
      filing: fc.constant(filing),
      asked: fc.subarray(fieldsOf(filing.definition).map(({ id }) => id)),
      typed: fc.dictionary(fc.constantFrom(...fieldsOf(filing.definition).map(({ id }) => id)), fc.string()),
    }),
  );
  fc.assert(
    fc.property(pairs, ({ filing: { definition: agenda, entries }, asked, typed }) => {
      const { fields, after } = correct({ definition: agenda, entries, typed, asked, filedOn, today: filedOn });
      const isOpen = new Set(fields.map(({ field }) => field.id));
      const closed = after.steps.flatMap(step => step.fields).filter(({ field }) => !isOpen.has(field.id));
      for (const { field, entry } of closed) expect(entry).toEqual(entryAt(entries, field.id));
    }),
    { numRuns: 200 },
  );
});
