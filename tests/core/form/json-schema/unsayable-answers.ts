import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

import type { Answers, SimpleValue, ValueOf } from '../../../../src/core/form/answers.ts';
import type { FieldOf, Question, QuestionType } from '../../../../src/core/form/definition.ts';

export interface Context {
  today: Temporal.PlainDate;
  /** Answers to the questions before; in a row, those of the row too. */
  answers: Answers;
}

/** Why the form takes an answer otherwise than it is, or not at all, though it satisfies the schema of its question. */
export function unsayableIn(question: Question, value: SimpleValue, context: Context): string[] {
  // Each type is judged by values of that type, which the table below guarantees.
  const judge = table[question.type] as
    ((value: SimpleValue, field: Question, context: Context) => Reasons) | undefined;
  return (judge?.(value, question, context) ?? []).filter(reason => reason !== false);
}

type Reasons = (string | false)[];

/** Of the other types the schema says everything. */
const table: { [T in QuestionType]?: (value: ValueOf[T], field: FieldOf<T>, context: Context) => Reasons } = {
  text: value => [isDecomposed(value)],
  longText: value => [isDecomposed(value)],
  number: (value, { decimals }) => [hasMoreDecimals(value, decimals), hasManyDigits(value)],
  money: value => [hasMoreDecimals(value, 2), hasManyDigits(value)],
  date: dayReasons,
  severalOf: (value, { options }) => [
    value.some((ticked, index) => order(options, ticked) < order(options, value[index - 1])) && 'the order of ticks',
  ],
  phone: value => [!isPhone(value) && 'no such phone number'],
  address: addressReasons,
  person: ({ given, family, born, address }, _field, { today }) => [
    isDecomposed(given),
    isDecomposed(family),
    born !== undefined && born > today.toString() && 'born after today',
    ...(address === undefined ? [] : addressReasons(address)),
  ],
  organisation: ({ name, ico, address }) => [
    isDecomposed(name),
    isMischecked(ico),
    ...(address === undefined ? [] : addressReasons(address)),
  ],
  birthNumber: birthNumberReasons,
  ico: value => [isMischecked(value)],
  bankAccount: value =>
    (value.split('/')[0] ?? '')
      .split('-')
      .map(part => weighed(part, accountWeights) % 11 !== 0 && 'the check of an account'),
  landParcel: ({ area }) => [isDecomposed(area)],
};

function isDecomposed(text: string): string | false {
  return text.normalize('NFC') !== text && 'Unicode normal form';
}

function hasMoreDecimals(value: number, decimals: number): string | false {
  return Number(value.toFixed(decimals)) !== value && 'decimal places';
}

function hasManyDigits(value: number): string | false {
  return String(value).replace(/\D/g, '').length > 15 && 'more than fifteen digits';
}

function dayReasons(
  day: string,
  { minDaysFromToday: min, maxDaysFromToday: max, notBefore }: FieldOf<'date'>,
  { today, answers }: Context,
): Reasons {
  const bound = (days: number) => today.add({ days }).toString();
  const other = notBefore === undefined ? undefined : answers[notBefore];
  return [
    min !== undefined && day < bound(min) && 'too early from today',
    max !== undefined && day > bound(max) && 'too late from today',
    typeof other === 'string' && day < other && 'before another answer',
  ];
}

function order(options: { value: string }[], ticked: string | undefined): number {
  return options.findIndex(({ value }) => value === ticked);
}

function isPhone(typed: string): boolean {
  const number = parsePhoneNumberFromString(typed);
  return number?.isValid() === true && number.number === typed;
}

function addressReasons({ street, city }: ValueOf['address']): Reasons {
  return [isDecomposed(street), isDecomposed(city)];
}

function isMischecked(ico: string): string | false {
  return (11 - (weighed(ico, [0, 2, 3, 4, 5, 6, 7, 8]) % 11)) % 10 !== Number(ico.at(-1)) && 'the check of an IČO';
}

/** By weights from the right. */
function weighed(digits: string, weights: number[]): number {
  return Array.from(digits)
    .reverse()
    .reduce((sum, digit, index) => sum + Number(digit) * (weights[index] ?? 0), 0);
}

const accountWeights = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];

function birthNumberReasons(value: string, _field: unknown, { today }: Context): Reasons {
  const year = Number(value.slice(0, 2)) + (value.length === 10 && Number(value.slice(0, 2)) < 54 ? 2000 : 1900);
  const month = (Number(value.slice(2, 4)) % 50) % 20;
  const day = `${year}-${String(month).padStart(2, '0')}-${value.slice(4, 6)}`;
  const isOld = year <= 1985 && Number(value.slice(0, 9)) % 11 === 10 && value.endsWith('0');
  return [
    new Temporal.PlainYearMonth(year, month).daysInMonth < Number(value.slice(4, 6)) && 'a month is shorter',
    day > today.toString() && 'born after today',
    value.length === 10 && Number(value) % 11 !== 0 && !isOld && 'the check of a birth number',
  ];
}
