import type { Entries, Entry } from '../form/answers.ts';
import type { Definition, Field } from '../form/definition.ts';
import { evaluateFields } from '../form/evaluate.ts';
import { prefill } from '../form/prefill.ts';
import type { Appellant } from './appellant.ts';

/** What is known of a decision and of whoever appeals against it. */
export interface AppealFacts {
  /** Of the case that was decided. */
  reference: string;
  /** The name of the department that decided. */
  department: string;
  decidedOn: Temporal.PlainDate;
  deliveredOn: Temporal.PlainDate | null;
  isLate: boolean;
  applicant: { name: string; email: string; phone: string | null };
  appellant: Appellant;
}

/**
 * What of an appeal can be filled in beforehand, by the ids of the questions of the city's agenda of appeals; a question
 * that it does not ask, or asks otherwise, is left to the person. `today` is the day in Europe/Prague.
 */
export function appealEntries(definition: Definition, facts: AppealFacts, today: Temporal.PlainDate): Entries {
  const fields = definition.steps.flatMap(step => step.fields);
  const known = prefill(definition, facts.appellant.known, {}).entries;
  return Object.fromEntries(
    fields.flatMap((field): [string, Entry][] => {
      const entry = entryFor(field, definition, facts) ?? known[field.id];
      return entry !== undefined && isTaken(field, entry, today) ? [[field.id, entry]] : [];
    }),
  );
}

function entryFor(field: Field, { applicant }: Definition, facts: AppealFacts): Entry | undefined {
  switch (field.id) {
    case applicant.name:
      return facts.applicant.name;
    case applicant.email:
      return facts.applicant.email;
    case applicant.phone:
      return facts.applicant.phone ?? undefined;
    case 'reference':
      return facts.reference;
    case 'issuedBy':
      return optionNamed(field, facts.department);
    case 'issuedOn':
      return partsOf(facts.decidedOn);
    case 'deliveredOn':
      return facts.deliveredOn ? partsOf(facts.deliveredOn) : undefined;
    case 'applicantKind':
      return optionOf(field, facts.appellant.kind);
    case 'isLate':
      return facts.isLate ? 'yes' : 'no';
    default:
      return undefined;
  }
}

/** The option whose words are a part of the department's name: "Dopravy" of "Odbor dopravy". */
function optionNamed(field: Field, department: string): string | undefined {
  if (field.type !== 'oneOf') return undefined;
  return field.options.find(({ label }) => plain(department).includes(plain(label)))?.value;
}

function optionOf(field: Field, value: string | null): string | undefined {
  return field.type === 'oneOf' ? field.options.find(option => option.value === value)?.value : undefined;
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').toLowerCase();
}

function partsOf({ day, month, year }: Temporal.PlainDate): Entry {
  return { day: String(day), month: String(month), year: String(year) };
}

function isTaken(field: Field, entry: Entry, today: Temporal.PlainDate): boolean {
  const { answers } = evaluateFields([{ ...field, when: true }], { [field.id]: entry }, { today });
  return answers[field.id] !== undefined;
}
