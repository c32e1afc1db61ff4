import type { Field, FieldType } from '../definition.ts';

/** Whether what was typed as the answer to one question can stay as the answer to the other, which has the same id. */
export function isCompatible(before: Field, after: Field): boolean {
  // Nobody has confirmed what they have not read.
  if (before.type === 'declaration' && after.type === 'declaration') return isWordedAlike(before.label, after.label);
  if (before.type === after.type) return true;
  return mayBecome[before.type]?.includes(after.type) ?? false;
}

const written: readonly FieldType[] = [
  'longText',
  'number',
  'money',
  'time',
  'email',
  'phone',
  'birthNumber',
  'ico',
  'bankAccount',
  'dataBox',
  'licencePlate',
];

/**
 * Types between which a line stays a line. A birth number stays nothing but that: it was given for a reason that another
 * question does not have.
 */
const mayBecome: Partial<Record<FieldType, readonly FieldType[]>> = {
  text: written,
  longText: [...written, 'text'],
  number: ['text', 'longText', 'money'],
  money: ['text', 'longText', 'number'],
  time: ['text', 'longText'],
  email: ['text', 'longText'],
  phone: ['text', 'longText'],
  ico: ['text', 'longText'],
  bankAccount: ['text', 'longText'],
  dataBox: ['text', 'longText'],
  licencePlate: ['text', 'longText'],
};

function isWordedAlike(before: string, after: string): boolean {
  return before.replace(/\s+/g, ' ').trim() === after.replace(/\s+/g, ' ').trim();
}
