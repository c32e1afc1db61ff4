import type { Answers, Entries, Entry, RowAnswers, SimpleValue, Value, ValueOf } from './answers.ts';
import { isQuestion, type Definition, type Field, type Question, type QuestionType } from './definition.ts';

/**
 * What a person would have typed to give these answers: `evaluate` understands it as the same answers again. Answers to what
 * the agenda does not ask, and computed values, are left out.
 */
export function entriesOf({ steps }: Definition, answers: Answers): Entries {
  return entriesOfFields(
    steps.flatMap(step => step.fields),
    answers,
  );
}

function entriesOfFields(fields: readonly Field[], answers: Answers): Entries {
  return Object.fromEntries(
    fields.flatMap((field): [string, Entry][] => {
      const value = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
      const entry = value === undefined ? undefined : entryOf(field, value);
      return entry === undefined ? [] : [[field.id, entry]];
    }),
  );
}

function entryOf(field: Field, value: Value): Entry | undefined {
  // What the answer to a question of a type is, is promised by `evaluate`.
  if (field.type === 'group') return (value as RowAnswers[]).map(row => entriesOfFields(field.fields, row));
  return isQuestion(field) ? typedEntry(field, value as SimpleValue) : undefined;
}

function typedEntry({ type }: Question, value: SimpleValue): Entry {
  const write = typed[type] as (value: SimpleValue) => Entry;
  return write(value);
}

const asItIs = (value: string) => value;
const figure = (value: number) => String(value).replace('.', ',');

const typed: { [T in QuestionType]: (value: ValueOf[T]) => Entry } = {
  text: asItIs,
  longText: asItIs,
  number: figure,
  money: figure,
  date: dayParts,
  time: asItIs,
  yesNo: value => (value ? 'yes' : 'no'),
  oneOf: asItIs,
  severalOf: value => value,
  email: asItIs,
  phone: asItIs,
  address: value => ({ ...value }),
  person: ({ given, family, born, address }) => ({ given, family, ...(born && dayParts(born)), ...address }),
  organisation: ({ name, ico, address }) => ({ name, ico, ...address }),
  birthNumber: asItIs,
  ico: asItIs,
  bankAccount: asItIs,
  dataBox: asItIs,
  licencePlate: asItIs,
  landParcel: value => ({ ...value }),
  declaration: () => 'yes',
};

/** "2026-05-31" in the three boxes of a date; a day the calendar does not have is left for the form to refuse. */
function dayParts(date: string): { day: string; month: string; year: string } {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}
