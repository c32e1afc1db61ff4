import type { Entries } from './answers.ts';
import type { Question } from './definition.ts';
import { lineOf } from './entries.ts';
import type { PrefillSource } from './field-schema.ts';
import type { FieldState } from './field-state.ts';
import { readAddressLine } from '../czech/address-line.ts';
import type { Sure } from '../identity/sure.ts';
import type { Known, KnownFrom } from './prefill.ts';
import { readQuestions } from './read-questions.ts';

interface Account {
  name: string;
  email: string | null;
  phone: string | null;
}

/** What a person may keep in their account to have it filled in: each by the source that agendas name, none required. */
export const profileQuestions: (Question & { id: PrefillSource })[] = [
  {
    type: 'date',
    id: 'birthDate',
    label: 'Datum narození',
    required: false,
    maxDaysFromToday: 0,
    autocomplete: 'bday',
  },
  { type: 'address', id: 'address', label: 'Adresa bydliště', required: false, autocomplete: 'street-address' },
  { type: 'bankAccount', id: 'bankAccount', label: 'Číslo bankovního účtu', required: false },
  { type: 'dataBox', id: 'dataBox', label: 'ID datové schránky', required: false },
  { type: 'text', id: 'organisationName', label: 'Název firmy nebo organizace', required: false, maxLength: 200 },
  { type: 'ico', id: 'ico', label: 'IČO', required: false },
  { type: 'address', id: 'organisationAddress', label: 'Sídlo firmy nebo organizace', required: false },
];

/** The questions with what was typed and what is wrong with it, as on a step of a form. */
export function readProfile(entries: Entries, today: Temporal.PlainDate): FieldState[] {
  return readQuestions(profileQuestions, entries, today);
}

interface More {
  /** What others than the person say of them. */
  sure?: Sure;
  /** On whose behalf they fill in. */
  organisation?: { name: string; ico: string; address: string } | null;
}

/**
 * All that is known of the holder of an account; what puts a person or an organisation together is made of the rest. What is
 * sure goes before what they typed, and the organisation they act for before the one they keep.
 */
export function knownOf(account: Account, profile: Entries, { sure = {}, organisation }: More = {}): Known {
  const { email, phone } = account;
  const kept = { ...profile, ...sureEntries(sure), ...(organisation ? ofOrganisation(organisation) : {}) };
  const { birthDate = {}, address = {}, organisationAddress = {}, organisationName, ico } = kept;
  const name = sure.name?.value ?? account.name;
  const words = name.trim().split(/\s+/);
  return {
    ...kept,
    name,
    ...(email !== null && { email }),
    ...(phone !== null && { phone }),
    // The last word of a Czech name is the family's, as a rule; the person sees it and can mend it.
    person: {
      given: words.slice(0, -1).join(' '),
      family: words.at(-1) ?? '',
      ...partsOf(birthDate),
      ...partsOf(address),
    },
    organisation: { name: lineOf(organisationName), ico: lineOf(ico), ...partsOf(organisationAddress) },
  };
}

/** Where each is from. A person is put together of several; only when all of them are from one source, it is from there. */
export function knownFrom({ sure = {}, organisation }: More): KnownFrom {
  const entries = sureEntries(sure);
  const { name, birthDate, address } = sure;
  const parts = [name, birthDate, address].map(item => item?.source);
  return {
    ...(name && { name: name.source }),
    ...(birthDate && 'birthDate' in entries && { birthDate: birthDate.source }),
    ...(address && 'address' in entries && { address: address.source }),
    ...(name && new Set(parts).size === 1 && 'address' in entries && { person: name.source }),
    ...(organisation && {
      organisationName: 'organisation',
      ico: 'organisation',
      organisationAddress: 'organisation',
      organisation: 'organisation',
    }),
  };
}

/** What is sure, as it would be typed. An address that cannot be told into parts is left to the person. */
export function sureEntries({ birthDate, address }: Sure): Entries {
  const [year = '', month = '', day = ''] = birthDate?.value.split('-') ?? [];
  const parts = address && readAddressLine(address.value);
  return {
    ...(birthDate && { birthDate: { day: String(Number(day)), month: String(Number(month)), year } }),
    ...(parts && { address: { ...parts } }),
  };
}

/** Its seat is its own or none: that of another firm would be wrong. */
function ofOrganisation({ name, ico, address }: NonNullable<More['organisation']>): Entries {
  return { organisationName: name, ico, organisationAddress: { ...readAddressLine(address) } };
}

function partsOf(entry: Entries[string]): Record<string, string> {
  return typeof entry === 'object' && !Array.isArray(entry) ? entry : {};
}
