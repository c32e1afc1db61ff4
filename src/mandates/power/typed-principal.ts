import { readIco } from '../../core/czech/ico.ts';
import type { Question } from '../../core/form/definition.ts';
import { entryAt } from '../../core/form/entries.ts';
import type { FieldState } from '../../core/form/field-state.ts';
import { kindOf } from '../../core/form/fields/index.ts';
import { readFields } from '../../core/form/read-entries.ts';
import type { NamedPrincipal } from '../../vault/mandate-principal.ts';
import type { FormError } from '../../web/input.ts';
import { typedEmail } from '../../web/typed-email.ts';
import { line } from '../../web/typed-text.ts';

const birthDate: Question = {
  ...{ type: 'date', id: 'narozeni', label: 'Datum narození', required: false, maxDaysFromToday: 0 },
};

type Reading = { birth: FieldState } & ({ principal: NamedPrincipal } | { errors: FormError[] });

/** Who gives the power of attorney: a person is told apart by the day of birth, an organisation by its number. */
export function readPrincipal(body: Record<string, unknown>, today: Temporal.PlainDate): Reading {
  const birth = readBirth(body, today);
  const name = line('Zadejte jméno nebo název zmocnitele', 200).safeParse(body['zmocnitel']);
  const address = line('Zadejte adresu zmocnitele', 300).safeParse(body['adresa']);
  const typedIco = textOf(body['ico']);
  const ico = typedIco === '' ? null : readIco(typedIco);
  const email = textOf(body['emailZmocnitele']) === '' ? null : typedEmail.safeParse(body['emailZmocnitele']);
  const day = typeof birth.value === 'string' ? birth.value : null;
  const errors: FormError[] = [
    ...(name.success ? [] : [{ field: 'zmocnitel', message: name.error.issues[0]?.message ?? '' }]),
    ...(birth.error === undefined ? [] : [{ field: 'narozeni', message: birth.error }]),
    ...(ico === undefined ? [{ field: 'ico', message: 'Zkontrolujte IČO, je v\u00a0něm překlep' }] : []),
    ...(ico === null && day === null && birth.error === undefined
      ? [{ field: 'narozeni', message: 'Zadejte datum narození, nebo u\u00a0organizace IČO' }]
      : []),
    ...(address.success ? [] : [{ field: 'adresa', message: address.error.issues[0]?.message ?? '' }]),
    ...(email && !email.success ? [{ field: 'emailZmocnitele', message: email.error.issues[0]?.message ?? '' }] : []),
  ];
  if (errors.length > 0 || !name.success || !address.success || ico === undefined) return { birth, errors };
  return {
    birth,
    principal: { name: name.data, birthDate: day, ico, address: address.data, email: email?.data ?? null },
  };
}

/** Nothing typed yet. */
export const blankBirth: FieldState = { field: birthDate };

function readBirth(body: Record<string, unknown>, today: Temporal.PlainDate): FieldState {
  const entry = entryAt(readFields([birthDate], body), birthDate.id);
  const reading = kindOf(birthDate).read(birthDate, entry, { today, answers: {} });
  const typed = { field: birthDate, ...(entry !== undefined && { entry }) };
  if (!reading) return typed;
  if (!('error' in reading)) return { ...typed, value: reading.value };
  return { ...typed, error: reading.error, ...(reading.part !== undefined && { errorPart: reading.part }) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
