import { daysInMonth } from '../czech/days-in-month.ts';
import type { Field } from './definition.ts';

/** What a formula or its part gives; `anything` where that is not known or something is wrong with it already. */
export type Kind =
  'boolean' | 'number' | 'text' | 'date' | 'time' | 'choice' | 'ticks' | 'rows' | 'parts' | 'nothing' | 'anything';

/** What kind of answer a question has. */
export function answerKind(field: Field): Kind {
  switch (field.type) {
    case 'yesNo':
    case 'declaration':
      return 'boolean';
    case 'number':
    case 'money':
    case 'computed':
      return 'number';
    case 'date':
    case 'time':
      return field.type;
    case 'oneOf':
      return 'choice';
    case 'severalOf':
      return 'ticks';
    case 'group':
      return 'rows';
    case 'address':
    case 'person':
    case 'organisation':
    case 'landParcel':
      return 'parts';
    default:
      return 'text';
  }
}

/** What kind of answer a part of a question has, e.g. "zip" of an address or "address.zip" of a person. */
export function partKind(field: Field, part: string): Kind | undefined {
  const asked: readonly string[] = field.type === 'person' || field.type === 'organisation' ? field.ask : [];
  const inAddress = part.startsWith('address.') ? part.slice('address.'.length) : undefined;
  if (inAddress !== undefined) return asked.includes('address') ? partOf(addressParts, inAddress) : undefined;
  switch (field.type) {
    case 'address':
      return partOf(addressParts, part);
    case 'person':
      if (part === 'born') return asked.includes('born') ? 'date' : undefined;
      return partOf(['given', 'family'], part);
    case 'organisation':
      return partOf(['name', 'ico'], part);
    case 'landParcel':
      return partOf(['area', 'parcel'], part);
    default:
      return undefined;
  }
}

const addressParts = ['street', 'city', 'zip'];

/** What people call the parts an answer may have; an address within an answer has the same ones. */
export const partNames: Partial<Record<string, string>> = {
  street: 'ulice',
  city: 'obec',
  zip: 'PSČ',
  given: 'jméno',
  family: 'příjmení',
  born: 'datum narození',
  name: 'název',
  ico: 'IČO',
  area: 'katastrální území',
  parcel: 'číslo parcely',
};

function partOf(parts: string[], part: string): Kind | undefined {
  return parts.includes(part) ? 'text' : undefined;
}

/** Whether a whole question could ever be answered by what a formula compares it with. */
export function canAnswer(field: Field, literal: unknown): boolean {
  switch (field.type) {
    case 'declaration':
      return literal === true;
    case 'oneOf':
    case 'severalOf':
      return field.options.some(option => option.value === literal);
    default:
      return canBe(answerKind(field), literal);
  }
}

/** Whether a literal fits what a formula gives elsewhere. */
export function canBe(kind: Kind, literal: unknown): boolean {
  switch (kind) {
    case 'boolean':
      return typeof literal === 'boolean';
    case 'number':
      return typeof literal === 'number';
    case 'date':
      return typeof literal === 'string' && isDay(literal);
    case 'time':
      return typeof literal === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(literal);
    case 'anything':
      return true;
    default:
      return typeof literal === 'string';
  }
}

function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (day === undefined || Number(month) < 1 || Number(month) > 12 || Number(day) < 1) return false;
  return Number(day) <= daysInMonth(Number(year), Number(month));
}
