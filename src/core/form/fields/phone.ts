import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';

import { lineOf } from '../entries.ts';
import { askToFill, lineLimit, type FieldKind } from './kind.ts';

export const phone: FieldKind<'phone'> = {
  shape: 'line',
  maxTyped: lineLimit,
  read(_field, entry) {
    const typed = lineOf(entry);
    if (typed === '') return undefined;
    const number = parse(typed);
    if (!number?.isValid() || number.ext !== undefined) {
      return { error: 'Zadejte telefon, třeba 777\u00a0123\u00a0456, u\u00a0zahraničního i\u00a0s\u00a0předvolbou' };
    }
    return { value: number.number };
  },
  present: (_field, value) => [(parse(value)?.formatInternational() ?? value).replaceAll(' ', '\u00a0')],
  missing: askToFill,
};

function parse(typed: string): PhoneNumber | undefined {
  return parsePhoneNumberFromString(typed.replace(/[()]/g, ' ').trim(), { defaultCountry: 'CZ', extract: false });
}
