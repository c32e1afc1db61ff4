import type { Request } from 'express';
import type { Entries } from '../../core/form/answers.ts';
import type { Question } from '../../core/form/definition.ts';
import { entryAt } from '../../core/form/entries.ts';
import type { FieldState } from '../../core/form/field-state.ts';
import { kindOf } from '../../core/form/fields/index.ts';
import { readFields } from '../../core/form/read-entries.ts';
import { errorsOf } from '../../web/field-errors.ts';
import { formBody, type FormError } from '../../web/input.ts';

const first: Question = { type: 'date', id: 'od', label: 'První den', required: true };
const last: Question = {
  ...{ type: 'date', id: 'do', label: 'Poslední den', required: true },
  ...{ notBefore: 'od', minDaysFromToday: 0 },
};

/** The form as it was typed, with what is wrong with the days. */
export interface TypedAbsence {
  officerId: string;
  /** Empty: nobody. */
  deputyId: string;
  days: FieldState[];
}

interface AbsenceForm {
  officerId: string;
  deputyId: string;
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
}

/** Either what was sent, or what to mend. Whether the people are right ones, the database knows. */
export function readAbsenceForm(
  req: Request,
  today: Temporal.PlainDate,
): { typed: TypedAbsence } & ({ form: AbsenceForm } | { errors: FormError[] }) {
  const body = formBody(req);
  const people = { officerId: text(body['kdo']), deputyId: text(body['zastup']) };
  const days = readDays(readFields([first, last], body), today);
  const typed = { ...people, days };
  const [from, until] = days.map(({ value }) => (typeof value === 'string' ? Temporal.PlainDate.from(value) : null));
  if (!from || !until) return { typed, errors: days.flatMap(errorsOf) };
  return { typed, form: { ...people, from, until } };
}

/** An absence as it would be typed. */
export function typedOf({ officerId, deputyId, from, until }: AbsenceForm): TypedAbsence {
  const days = [
    { field: first, entry: boxes(from) },
    { field: last, entry: boxes(until) },
  ];
  return { officerId, deputyId, days };
}

/** With nothing typed yet. */
export function blankAbsence(officerId: string): TypedAbsence {
  return { officerId, deputyId: '', days: [{ field: first }, { field: last }] };
}

function readDays(entries: Entries, today: Temporal.PlainDate): FieldState[] {
  const begins = readDay(first, entries, { today, answers: {} });
  const answers = begins.value === undefined ? {} : { [first.id]: begins.value };
  return [begins, readDay(last, entries, { today, answers })];
}

type Context = Parameters<ReturnType<typeof kindOf>['read']>[2];

function readDay(field: Question, entries: Entries, context: Context): FieldState {
  const entry = entryAt(entries, field.id);
  const kind = kindOf(field);
  const reading = kind.read(field, entry, context) ?? { error: kind.missing(field) };
  if (!('error' in reading)) return { field, ...(entry !== undefined && { entry }), value: reading.value };
  const { error, part } = reading;
  return { field, ...(entry !== undefined && { entry }), error, ...(part !== undefined && { errorPart: part }) };
}

function boxes({ day, month, year }: Temporal.PlainDate): Record<string, string> {
  return { day: String(day), month: String(month), year: String(year) };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
