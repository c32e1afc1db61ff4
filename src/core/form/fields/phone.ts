import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';

import { lineOf } from '../entries.ts';
import { askToFill, lineLimit, type FieldKind, type Refusal } from './kind.ts';

export const phone: FieldKind<'phone'> = {
  shape: 'line',
  maxTyped: lineLimit,
  read(_field, entry) {
    const typed = lineOf(entry);
    return typed === '' ? undefined : (keptReadings.get(typed) ?? keep(typed, readPhone(typed)));
  },
  present: (_field, value) => [phoneWords(value)],
  missing: askToFill,
};

/** A number as people read it aloud, kept on one line. */
export function phoneWords(number: string): string {
  return (parse(number)?.formatInternational() ?? number).replaceAll(' ', '\u00a0');
}

type Reading = { value: string } | Refusal;

/** Every page of a form reads its numbers again, and reading one takes as long as five other answers or more. */
const keptReadings = new Map<string, Reading>();
/** More than one form can have boxes, and less than a megabyte; full, it begins anew. */
const mostKept = 5000;
const longestKept = 40;

function keep(typed: string, reading: Reading): Reading {
  if (keptReadings.size >= mostKept) keptReadings.clear();
  if (typed.length <= longestKept) keptReadings.set(typed, reading);
  return reading;
}

function readPhone(typed: string): Reading {
  const number = parse(typed);
  if (!number?.isValid() || number.ext !== undefined) {
    return { error: 'Zadejte telefon, třeba 777\u00a0123\u00a0456, u\u00a0zahraničního i\u00a0s\u00a0předvolbou' };
  }
  return { value: number.number };
}

function parse(typed: string): PhoneNumber | undefined {
  return parsePhoneNumberFromString(typed.replace(/[()]/g, ' ').trim(), { defaultCountry: 'CZ', extract: false });
}
