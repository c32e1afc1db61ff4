import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Answers, Value } from '../../../../src/core/form/answers.ts';
import { fieldSchema, fieldTypes, isQuestion, type Field } from '../../../../src/core/form/definition.ts';
import { evaluateFields } from '../../../../src/core/form/evaluate.ts';
import { answersValidator } from '../answers-validator.ts';
import { aDefinition, parsed } from '../definitions.ts';
import { rightEntry, today } from '../filings.ts';
import { mutationsOf } from './mutations.ts';
import { isAccepted, objectionsTo } from './objections.ts';

const options = ['a', 'b', 'c'].map(value => ({ value, label: value }));
/** What the author has to set, and what makes the answer have all its parts. */
const settings: Partial<Record<Field['type'], object>> = {
  number: { min: -5, max: 5000, decimals: 1 },
  oneOf: { options },
  severalOf: { options },
  person: { ask: ['born', 'address'] },
  organisation: { ask: ['address'] },
  birthNumber: { reason: 'Zákon.' },
};

const questions = fieldTypes.flatMap(type => {
  const field = fieldSchema.safeParse({ type, id: 'asked', label: 'Otázka', ...settings[type] });
  return field.success && isQuestion(field.data) ? [field.data] : [];
});
const inGroup: Field = fieldSchema.parse({
  type: 'group',
  id: 'asked',
  label: 'Skupina',
  rowLabel: 'Řádek',
  fields: [
    { type: 'text', id: 'item', label: 'Položka', required: false },
    { type: 'address', id: 'place', label: 'Kde', required: false },
    { type: 'computed', id: 'two', label: 'Dvě', value: 2 },
  ],
});

describe.each([...questions, inGroup])('the schema of an answer of the type $type', field => {
  const definition = parsed(aDefinition([{ id: 'more', title: 'Další', fields: [field] }]));
  const objections = objectionsTo(definition);
  const right = rightEntry(field).map(
    entry => evaluateFields([field], { [field.id]: entry }, { today }).answers[field.id] as Value,
  );

  it('agrees with the form, whatever one change makes of any part', () => {
    const values = fc.sample(right, { numRuns: 5, seed: 1 });
    const wrong = values.flatMap(value => [value, ...mutationsOf(value)].filter(other => isMisjudged(other)));
    expect(wrong).toEqual([]);
  });

  function isMisjudged(value: unknown): boolean {
    const answers = { name: 'Jana', email: 'jana@example.cz', asked: value } as Answers;
    return (objections(answers).length === 0) !== isAccepted(definition, answers);
  }
});

const home = { street: 'Střelecká 1', city: 'Hradec Králové', zip: '50002' };

describe('the schema by itself refuses', () => {
  it.each<[string, string, unknown]>([
    ['a street without the number of a house', 'address', { ...home, street: 'Nádražní' }],
    [
      'such a street of a person',
      'person',
      { given: 'Jana', family: 'Nová', born: '1980-02-01', address: { ...home, street: 'Nádražní' } },
    ],
    ['a parcel of the number nought', 'landParcel', { area: 'Kukleny', parcel: '0' }],
    ['a parcel with needless noughts', 'landParcel', { area: 'Kukleny', parcel: '012/0' }],
    ['a day the calendar does not have', 'date', '2026-02-29'],
    ['a birth number of a thirteenth month', 'birthNumber', '731328516'],
    ['a row in which nothing is answered', 'group', [{ item: 'Lavička' }, { two: 2 }]],
  ])('%s', (_what, type, value) => {
    const field = [...questions, inGroup].find(question => question.type === type);
    const isValid = answersValidator(
      parsed(aDefinition([{ id: 'more', title: 'Další', fields: field ? [field] : [] }])),
    );
    expect(isValid({ name: 'Jana', email: 'jana@example.cz', asked: value })).toBe(false);
  });
});
