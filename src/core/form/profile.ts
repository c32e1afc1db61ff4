import type { Entries } from './answers.ts';
import type { Question } from './definition.ts';
import { lineOf } from './entries.ts';
import type { PrefillSource } from './field-schema.ts';
import type { FieldState } from './field-state.ts';
import type { Known } from './prefill.ts';
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

/** All that is known of the holder of an account; what puts a person or an organisation together is made of the rest. */
export function knownOf({ name, email, phone }: Account, profile: Entries): Known {
  const { birthDate = {}, address = {}, organisationAddress = {}, organisationName, ico } = profile;
  const words = name.trim().split(/\s+/);
  return {
    ...profile,
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

function partsOf(entry: Entries[string]): Record<string, string> {
  return typeof entry === 'object' && !Array.isArray(entry) ? entry : {};
}
