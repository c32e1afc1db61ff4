import type { ValueOf } from '../answers.ts';
import type { FieldOf } from '../definition.ts';
import { partOf } from '../entries.ts';
import { address } from './address.ts';
import { date } from './date.ts';
import { askToFill, lineLimit, type FieldKind, type Refusal } from './kind.ts';
import { textProblem } from './typed-text.ts';

type PersonField = FieldOf<'person'>;

export const person: FieldKind<'person'> = {
  shape: ['given', 'family'],
  parts: ({ ask }) => [
    'given',
    'family',
    ...(ask.includes('born') ? ['day', 'month', 'year'] : []),
    ...(ask.includes('address') ? ['street', 'city', 'zip'] : []),
  ],
  maxTyped: lineLimit,
  read(field, entry, context) {
    const [given, family] = [partOf(entry, 'given'), partOf(entry, 'family')];
    const born = field.ask.includes('born')
      ? date.read({ ...dateField(field), maxDaysFromToday: 0 }, entry, context)
      : undefined;
    const home = field.ask.includes('address') ? address.read(addressField(field), entry, context) : undefined;
    if (`${given}${family}` === '' && born === undefined && home === undefined) return undefined;
    const wrongGiven = given === '' ? 'Doplňte jméno' : textProblem(given, 120, 'one line');
    if (wrongGiven !== undefined) return { error: wrongGiven, part: 'given' };
    const wrongFamily = family === '' ? 'Doplňte příjmení' : textProblem(family, 120, 'one line');
    if (wrongFamily !== undefined) return { error: wrongFamily, part: 'family' };
    const value: ValueOf['person'] = { given, family };
    if (field.ask.includes('born')) {
      if (born === undefined) return { error: 'Doplňte datum narození', part: 'day' };
      if ('error' in born) return aboutBirth(born);
      value.born = born.value;
    }
    if (field.ask.includes('address')) {
      if (home === undefined) return { error: 'Doplňte ulici a\u00a0číslo domu', part: 'street' };
      if ('error' in home) return home;
      value.address = home.value;
    }
    return { value };
  },
  present: (field, value) => [
    `${value.given} ${value.family}`,
    ...(value.born === undefined ? [] : date.present(dateField(field), value.born).map(day => `narození ${day}`)),
    ...(value.address === undefined ? [] : address.present(addressField(field), value.address)),
  ],
  missing: askToFill,
};

/** Says of what the day is, because the legend above names the person. */
function aboutBirth({ error, part = 'day' }: Refusal): Refusal {
  return { error: `U\u00a0data narození: ${error.charAt(0).toLowerCase()}${error.slice(1)}`, part };
}

function dateField({ id, label, required }: PersonField): FieldOf<'date'> {
  return { type: 'date', id, label, required };
}

function addressField({ id, label, required }: PersonField): FieldOf<'address'> {
  return { type: 'address', id, label, required };
}
