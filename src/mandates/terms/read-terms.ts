import type { Question } from '../../core/form/definition.ts';
import { entryAt } from '../../core/form/entries.ts';
import type { FieldState } from '../../core/form/field-state.ts';
import { kindOf } from '../../core/form/fields/index.ts';
import { readFields } from '../../core/form/read-entries.ts';
import { type MandateScope, mandateScopes } from '../../core/mandate/mandate.ts';
import { parseReference } from '../../core/case/reference.ts';
import { errorsOf } from '../../web/field-errors.ts';
import type { FormError } from '../../web/input.ts';
import type { Offered } from './offered.ts';

const first: Question = {
  ...{ type: 'date', id: 'od', label: 'Platí od', required: true, minDaysFromToday: 0 },
};
const last: Question = { type: 'date', id: 'do', label: 'Platí do', required: false, notBefore: 'od' };

/** For what and when, as it was typed. */
export interface TypedTerms {
  scope: string;
  agendas: string[];
  reference: string;
  days: FieldState[];
}

export interface Terms {
  scope: MandateScope;
  agendaIds: string[];
  reference: string | null;
  from: Temporal.PlainDate;
  until: Temporal.PlainDate | null;
}

type Reading = { typed: TypedTerms } & ({ terms: Terms } | { errors: FormError[] });

interface Context {
  today: Temporal.PlainDate;
  offered: readonly Offered[];
}

/** For what a mandate is to be and when, or what to mend. */
export function readTerms(body: Record<string, unknown>, { today, offered }: Context): Reading {
  const scope = text(body['rozsah']);
  const agendas = several(body['sluzby']).filter(id => offered.some(({ value }) => value === id));
  const reference = text(body['znacka']).trim();
  const days = readDays(body, today);
  const typed = { scope, agendas, reference, days };
  const known = mandateScopes.find(name => name === scope);
  const errors = [...scopeErrors({ scope, agendas, reference }), ...days.flatMap(errorsOf)];
  const [from, until] = days.map(({ value }) => (typeof value === 'string' ? Temporal.PlainDate.from(value) : null));
  if (errors.length > 0 || !known || !from) return { typed, errors };
  return {
    typed,
    terms: {
      scope: known,
      agendaIds: known === 'agendas' ? agendas : [],
      reference: known === 'case' ? parseReference(reference) : null,
      from,
      until: until ?? null,
    },
  };
}

/** Nothing chosen yet, from today on. */
export function blankTerms({ day, month, year }: Temporal.PlainDate, reference = ''): TypedTerms {
  const entry = { day: String(day), month: String(month), year: String(year) };
  const scope = reference === '' ? '' : 'case';
  return { scope, agendas: [], reference, days: [{ field: first, entry }, { field: last }] };
}

function scopeErrors({ scope, agendas, reference }: Omit<TypedTerms, 'days'>): FormError[] {
  switch (scope) {
    case 'all':
      return [];
    case 'agendas':
      return agendas.length > 0 ? [] : [{ field: 'sluzby', message: 'Vyberte aspoň jednu službu' }];
    case 'case':
      if (reference === '') return [{ field: 'znacka', message: 'Zadejte značku podání' }];
      return parseReference(reference) === null
        ? [{ field: 'znacka', message: 'Zkontrolujte značku podání. Najdete ji na\u00a0potvrzení' }]
        : [];
    default:
      return [{ field: 'rozsah', message: 'Vyberte, k\u00a0čemu zmocnění je' }];
  }
}

function readDays(body: Record<string, unknown>, today: Temporal.PlainDate): FieldState[] {
  const entries = readFields([first, last], body);
  return [first, last].reduce<FieldState[]>((read, field) => {
    const answers = Object.fromEntries(
      read.flatMap(({ field: { id }, value }) => (value === undefined ? [] : [[id, value]])),
    );
    const entry = entryAt(entries, field.id);
    const kind = kindOf(field);
    const missing = field.required ? { error: kind.missing(field) } : undefined;
    const reading = kind.read(field, entry, { today, answers }) ?? missing;
    return [...read, { field, ...(entry !== undefined && { entry }), ...stateOf(reading) }];
  }, []);
}

type Outcome = ReturnType<ReturnType<typeof kindOf>['read']>;

function stateOf(reading: Outcome): Pick<FieldState, 'value' | 'error' | 'errorPart'> {
  if (!reading) return {};
  if (!('error' in reading)) return { value: reading.value };
  const { error, part } = reading;
  return { error, ...(part !== undefined && { errorPart: part }) };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 200) : '';
}

function several(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter(one => typeof one === 'string');
}
