import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Answers, Entries, Entry, Value } from '../../../src/core/form/answers.ts';
import type { Definition, DefinitionInput, Field } from '../../../src/core/form/definition.ts';
import { evaluate } from '../../../src/core/form/evaluate.ts';
import { freezeContent } from '../../../src/core/form/freeze-content.ts';
import { subjectOf } from '../../../src/core/form/subject-of.ts';
import { everyType, parsed } from './definitions.ts';

const today = Temporal.PlainDate.from('2026-03-05');
const definitions = [
  everyType,
  ...['ohlaseni-psa', 'zabor-verejneho-prostranstvi', 'zadost-o-informace'].map(readAgenda),
].map(parsed);

function readAgenda(slug: string): DefinitionInput {
  return JSON.parse(readFileSync(`prisma/seed/agendas/${slug}.json`, 'utf8')) as DefinitionInput;
}

/** Mostly what people type, sometimes nonsense, sometimes nothing. */
function entryOf(field: Field): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 6, arbitrary: plausible(field) }, { weight: 1, arbitrary: fc.anything() }, fc.string());
}

function plausible(field: Field): fc.Arbitrary<Entry> {
  switch (field.type) {
    case 'number':
    case 'money':
      return fc.constantFrom('1', '12,5', '1 250', '1 250,50', 'x');
    case 'date':
      return fc
        .date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
        .map(date => dateEntry(date.toISOString().slice(0, 10)));
    case 'yesNo':
      return fc.constantFrom('yes', 'no');
    case 'declaration':
      return fc.constant('yes');
    case 'oneOf':
      return fc.constantFrom(...field.options.map(option => option.value));
    case 'severalOf':
      return fc.subarray(field.options.map(option => option.value));
    case 'email':
      return fc.emailAddress();
    case 'phone':
      return fc.constantFrom('777 123 456', '+421 905 123 456');
    case 'address':
      return fc.constantFrom(
        { street: 'Střelecká 1', city: 'Hradec Králové', zip: '500 02' },
        { street: 'Střelecká 1' },
      );
    case 'birthNumber':
      return fc.constant('736028/5163');
    case 'ico':
      return fc.constant('268810');
    case 'bankAccount':
      return fc.constant('19-2000145399/0800');
    case 'dataBox':
      return fc.constant('BEBB2IN');
    case 'licencePlate':
      return fc.constant('1h2 3456');
    default:
      return fc.constantFrom('Alík', ' dva\tslova ', '203 003 400 123 456', 'první\r\ndruhý');
  }
}

interface Filing {
  definition: Definition;
  entries: Entries;
}

const filings: fc.Arbitrary<Filing> = fc.constantFrom(...definitions).chain(definition =>
  fc
    .record(Object.fromEntries(questionsOf(definition).map(field => [field.id, entryOf(field)])), {
      requiredKeys: [],
    })
    .map(entries => ({ definition, entries: entries as Entries })),
);

function questionsOf(definition: Definition): Field[] {
  return definition.steps.flatMap(step => step.fields);
}

function relevantIds({ definition, entries }: Filing): string[] {
  return evaluate(definition, entries, { today }).steps.flatMap(step => step.fields.map(({ field }) => field.id));
}

describe('whatever is typed', () => {
  it('evaluating, freezing and naming it never throws', () => {
    const junk = fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'name', 'dogName', 'home'), fc.anything());
    fc.assert(
      fc.property(filings, junk, ({ definition, entries }, more) => {
        const evaluation = evaluate(definition, { ...entries, ...(more as Entries) }, { today });
        freezeContent(definition, evaluation);
        subjectOf(definition, evaluation.answers);
      }),
    );
  });

  it('only relevant questions are answered, and none is both answered and wrong', () => {
    fc.assert(
      fc.property(filings, ({ definition, entries }) => {
        const { steps, answers } = evaluate(definition, entries, { today });
        const states = steps.flatMap(step => step.fields);
        const answered = states.filter(state => state.value !== undefined);
        expect(Object.entries(answers)).toEqual(answered.map(state => [state.field.id, state.value]));
        expect(answered.filter(state => state.error !== undefined)).toEqual([]);
      }),
    );
  });

  it('it is complete exactly when no relevant question is wrong or missing', () => {
    fc.assert(
      fc.property(filings, ({ definition, entries }) => {
        const { steps, complete } = evaluate(definition, entries, { today });
        expect(complete).toBe(steps.flatMap(step => step.fields).every(state => state.error === undefined));
      }),
    );
  });

  it('what is typed into questions that are not relevant changes nothing', () => {
    fc.assert(
      fc.property(filings, fc.anything(), ({ definition, entries }, nonsense) => {
        const relevant = relevantIds({ definition, entries });
        const irrelevant = questionsOf(definition).filter(field => !relevant.includes(field.id));
        const changed = { ...entries, ...Object.fromEntries(irrelevant.map(field => [field.id, nonsense])) } as Entries;
        expect(evaluate(definition, changed, { today })).toEqual(evaluate(definition, entries, { today }));
      }),
    );
  });

  it('answers typed in again, as they were understood, are understood the same', () => {
    fc.assert(
      fc.property(filings, ({ definition, entries }) => {
        const { answers } = evaluate(definition, entries, { today });
        expect(evaluate(definition, typedAgain(definition, answers), { today }).answers).toEqual(answers);
      }),
    );
  });
});

function typedAgain(definition: Definition, answers: Answers): Entries {
  const dates = questionsOf(definition).filter(field => field.type === 'date');
  const isDate = (id: string) => dates.some(field => field.id === id);
  return Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, typed(value, isDate(id))]));
}

function typed(value: Value, isDate: boolean): Entry {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return value.toLocaleString('cs-CZ');
  if (typeof value === 'string') return isDate ? dateEntry(value) : value;
  return Array.isArray(value) ? (value as string[]) : ({ ...value } as Record<string, string>);
}

function dateEntry(date: string): Entry {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day, month, year };
}
