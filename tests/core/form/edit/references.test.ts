import { describe, expect, test } from 'vitest';
import { removeField } from '../../../../src/core/form/edit/fields.ts';
import { referencesTo, type Target } from '../../../../src/core/form/edit/references.ts';
import { removeStep } from '../../../../src/core/form/edit/steps.ts';
import { askedIn, formulasOf } from '../../../../src/core/form/formulas.ts';
import { placesOf } from '../../../../src/core/form/places.ts';
import { aSketch, done } from './sketch.ts';

const sketch = aSketch();

describe('everything that refers to a field or step is named:', () => {
  test.each<[Target, string[]]>([
    [
      { field: 'animal' },
      [
        'steps[2].when',
        'steps[1].fields[1].when',
        'attachments[0].when',
        'visit.bring[0].when',
        'fee.charge.rows[0].when',
      ],
    ],
    [
      { field: 'from' },
      ['steps[2].when', 'steps[1].fields[4].value', 'rules[0].holds', 'steps[1].fields[3].notBefore'],
    ],
    [{ field: 'dogName' }, ['subjectFields[0]']],
    [{ field: 'email' }, ['applicant.email']],
    [{ field: 'items' }, ['steps[2].fields[1].value']],
    [{ field: 'itemPrice' }, ['steps[2].fields[1].value']],
    [{ field: 'itemName' }, []],
    [{ step: 'costs' }, []],
    [
      { step: 'what' },
      [
        'steps[2].when',
        'attachments[0].when',
        'visit.bring[0].when',
        'fee.charge.rows[0].when',
        'rules[0].holds',
        'subjectFields[0]',
      ],
    ],
    [{ field: 'nobody' }, []],
  ])('%j', (target, paths) => {
    const references = referencesTo(sketch, target);
    expect(references.map(({ path }) => path).sort()).toEqual(paths.sort());
    for (const { where, then } of references) expect([where, then].every(text => /^[\p{Lu}\d]/u.test(text))).toBe(true);
  });
});

test('the place is said in words', () => {
  expect(referencesTo(sketch, { field: 'animal' })[1]?.where).toBe('Krok „Zvíře“, otázka „Jméno psa“');
});

test('what is referred to is not removed unless the references go too', () => {
  expect(removeField(sketch, { id: 'animal', withReferences: false })).toMatchObject({ ok: false, reason: 'referred' });
  expect(removeStep(sketch, { id: 'what', withReferences: false })).toMatchObject({ ok: false, reason: 'referred' });
});

describe('removed with its references, nothing leads to it any more:', () => {
  test.each(placesOf(sketch).map(({ field }) => field.id))('field %s', id => {
    const left = done(removeField(sketch, { id, withReferences: true }));
    expect(referencesTo(left, { field: id })).toEqual([]);
    expect(formulasOf(left).flatMap(({ logic }) => askedIn(logic))).not.toContain(id);
  });

  test.each(sketch.steps.map(({ id }) => id))('step %s', id => {
    const left = done(removeStep(sketch, { id, withReferences: true }));
    const known = placesOf(left).map(({ field }) => field.id);
    for (const { logic } of formulasOf(left)) for (const asked of askedIn(logic)) expect(known).toContain(asked);
  });
});

test('of a condition of several parts only the part that asks is gone', () => {
  const left = done(removeField(sketch, { id: 'animal', withReferences: true }));
  expect(left.steps[2]?.when).toEqual({ '!=': [{ var: 'from' }, null] });
  expect(left.fee.charge).toMatchObject({ rows: [{ label: 'Jinak' }] });
  expect(left.translations).toEqual({ en: { 'steps.what.title': 'Animal' } });
});
