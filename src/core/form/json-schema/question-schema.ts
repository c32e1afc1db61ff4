import { z } from 'zod';
import type { FieldOf, Question, QuestionType } from '../definition.ts';
import { birthNumberPattern } from './birth-number-pattern.ts';
import { dayPattern } from './day-pattern.ts';
import type { Keywords } from './schema.ts';
import { line, lines } from './text-schema.ts';

/** What a valid answer to one question looks like, labels and hints included. */
export function questionSchema(question: Question): Keywords {
  // Each type is described from fields of that type alone, which the table below guarantees.
  const describe = table[question.type] as (field: Question) => Answer;
  const { description, ...keywords } = describe(question);
  const explained = [question.hint, description].filter(part => part !== undefined).join(' ');
  return { title: question.label, ...(explained !== '' && { description: explained }), ...keywords };
}

/** `description` is added to the hint. */
type Answer = Keywords & { description?: string };

const table: { [T in QuestionType]: (field: FieldOf<T>) => Answer } = {
  text: ({ digits, maxLength }) => (digits === undefined ? line(maxLength) : pattern(`[0-9]{${digits}}`)),
  longText: ({ maxLength }) => lines(maxLength),
  number: ({ min, max, decimals, unit }) => ({
    ...figure({ min, max, decimals }),
    ...(unit !== undefined && { description: `Jednotka: ${unit}.` }),
  }),
  money: ({ min, max }) => ({ ...figure({ min: min ?? 0, max, decimals: 2 }), description: 'V\u00a0korunách.' }),
  date: () => day,
  time: () => pattern('([01][0-9]|2[0-3]):[0-5][0-9]'),
  yesNo: () => ({ type: 'boolean' }),
  oneOf: ({ options }) => ({ type: 'string', oneOf: options.map(choice) }),
  severalOf: ({ options }) => ({
    type: 'array',
    items: { type: 'string', oneOf: options.map(choice) },
    minItems: 1,
    uniqueItems: true,
  }),
  email: () => ({
    type: 'string',
    format: 'email',
    maxLength: 254,
    pattern: z.regexes.email.source,
    not: { pattern: '@.*[A-Z]' },
  }),
  phone: () => ({ ...pattern('\\+[1-9][0-9]{2,19}'), description: 'I\u00a0s\u00a0předvolbou, třeba +420495707111.' }),
  address: () => address,
  person: ({ ask }) =>
    parts({
      given: line(120),
      family: line(120),
      ...(ask.includes('born') && { born: day }),
      ...(ask.includes('address') && { address }),
    }),
  organisation: ({ ask }) => parts({ name: line(200), ico, ...(ask.includes('address') && { address }) }),
  birthNumber: () => pattern(birthNumberPattern()),
  ico: () => ico,
  bankAccount: () => pattern('([1-9][0-9]{0,5}-)?[1-9][0-9]{1,9}/[0-9]{4}'),
  dataBox: () => pattern('[a-z0-9]{7}'),
  licencePlate: () => pattern('(?=.*[0-9])[A-FH-NPR-VX-Z0-9]{5,8}'),
  landParcel: () => parts({ area: line(120), parcel: pattern('(st\\. )?[1-9][0-9]{0,4}(/[1-9][0-9]{0,3})?') }),
  declaration: () => ({ const: true }),
};

/** As many digits as a person may type in one number. */
const largest = 999_999_999_999_999;

/** Decimal places are not said by `multipleOf`: validators divide in binary, and would refuse 0.3. */
function figure({ min = -largest, max = largest, decimals }: Range): Keywords {
  return {
    type: decimals === 0 ? 'integer' : 'number',
    minimum: Math.max(min, -largest),
    maximum: Math.min(max, largest),
  };
}

type Range = { min?: number | undefined; max?: number | undefined; decimals: number };

function pattern(whole: string): Keywords {
  return { type: 'string', pattern: `^${whole}$` };
}

function choice({ value, label, hint }: FieldOf<'oneOf'>['options'][number]): Keywords {
  return { const: value, title: label, ...(hint !== undefined && { description: hint }) };
}

function parts(properties: Record<string, Keywords>): Keywords {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

const day: Keywords = { ...pattern(dayPattern()), format: 'date' };
const ico = pattern('[0-9]{8}');
/** Every house has a number; a second pattern says so, because `line` has one already. */
const street: Keywords = { ...line(120), allOf: [{ pattern: '[0-9]' }] };
const address = parts({ street, city: line(120), zip: pattern('[0-9]{5}') });
