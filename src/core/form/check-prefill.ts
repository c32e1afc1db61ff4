import { isQuestion, type QuestionType } from './definition.ts';
import type { PrefillSource } from './field-schema.ts';
import type { Place } from './places.ts';
import type { Problem } from './problem.ts';

/** What the account knows fits one type of question, and only one that is asked once. */
export function prefillProblem({ field, group, path }: Place): Problem[] {
  if (!isQuestion(field) || field.prefill === undefined) return [];
  const { type, source } = { type: fitting[field.prefill], source: field.prefill };
  if (group !== undefined)
    return [{ path: `${path}.prefill`, message: 'V\u00a0řádcích skupiny se předem nevyplňuje.' }];
  if (type === field.type) return [];
  return [{ path: `${path}.prefill`, message: `Údaj „${source}“ patří do otázky typu „${type}“, ne „${field.type}“.` }];
}

const fitting: Record<PrefillSource, QuestionType> = {
  name: 'text',
  email: 'email',
  phone: 'phone',
  birthDate: 'date',
  address: 'address',
  person: 'person',
  organisationName: 'text',
  organisationAddress: 'address',
  organisation: 'organisation',
  ico: 'ico',
  dataBox: 'dataBox',
  bankAccount: 'bankAccount',
};
