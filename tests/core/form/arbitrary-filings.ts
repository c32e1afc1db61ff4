import fc from 'fast-check';

import type { Entries, Entry } from '../../../src/core/form/answers.ts';
import type { Definition, Field, RowField } from '../../../src/core/form/definition.ts';

export const today = Temporal.PlainDate.from('2026-05-04');

/** What people type: mostly right, sometimes nonsense, sometimes nothing. `right` says how often it is right. */
export function entriesFor({ steps }: Definition, { right }: { right: number }): fc.Arbitrary<Entries> {
  return entriesOfFields(
    steps.flatMap(step => step.fields),
    right,
  );
}

function entriesOfFields(fields: readonly (Field | RowField)[], right: number): fc.Arbitrary<Entries> {
  const asked = fields.flatMap(field => {
    const entry = entryOf(field, right);
    return entry === undefined ? [] : [[field.id, entry] as const];
  });
  return fc.record(Object.fromEntries(asked)).map(
    entries =>
      // What is not typed is not there.
      Object.fromEntries(Object.entries(entries).filter(([, entry]) => entry !== undefined)) as Entries,
  );
}

function entryOf(field: Field | RowField, right: number): fc.Arbitrary<unknown> | undefined {
  const plausible = rightEntry(field, right);
  if (plausible === undefined) return undefined;
  return fc.oneof(
    { weight: right, arbitrary: plausible },
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.oneof(fc.string(), fc.constantFrom('12', 'yes', 'x'), fc.anything()) },
  );
}

const address = fc.constantFrom(
  { street: 'Střelecká 574/13', city: 'Hradec Králové', zip: '500 02' },
  { street: 'Pražská 1', city: 'Praha', zip: '11000' },
);
const words = fc.constantFrom('Alík', 'dva\tslova', 'první\r\ndruhý', 'Jezevčík 🐕', 'a');

function rightEntry(field: Field | RowField, right: number): fc.Arbitrary<Entry> | undefined {
  switch (field.type) {
    case 'text':
      return field.digits === undefined
        ? words.map(text => text.replace('\r\n', ' ').slice(0, field.maxLength))
        : fc.string({ unit: fc.constantFrom('0', '1', '7'), minLength: field.digits, maxLength: field.digits });
    case 'longText':
      return words.map(text => text.slice(0, field.maxLength));
    case 'number':
    case 'money':
      return numberIn(field, field.type === 'money' ? 2 : field.decimals);
    case 'date':
      return fc.integer(daysOf(field.minDaysFromToday, field.maxDaysFromToday)).map(dayFromToday);
    case 'time':
      return fc.constantFrom('8', '14:30', '23.59');
    case 'yesNo':
      return fc.constantFrom('yes', 'no');
    case 'declaration':
      return fc.constant('yes');
    case 'oneOf':
      return fc.constantFrom(...field.options.map(option => option.value));
    case 'severalOf':
      return fc.subarray(
        field.options.map(option => option.value),
        { minLength: 1 },
      );
    case 'email':
      return fc.oneof(fc.constantFrom('jana.nova@Example.cz', 'j@x.cz'), fc.emailAddress());
    case 'phone':
      return fc.constantFrom('777 123 456', '+421 905 123 456');
    case 'address':
      return address;
    case 'person':
      return fc
        .tuple(address, fc.integer({ min: -20_000, max: 0 }))
        .map(([home, days]) => ({ given: 'Jana', family: 'Nová', ...home, ...dayFromToday(days) }));
    case 'organisation':
      return address.map(seat => ({ name: 'Spolek', ico: '00268810', ...seat }));
    case 'birthNumber':
      return fc.constantFrom('736028/5163', '450101001');
    case 'ico':
      return fc.constantFrom('268810', '00268810');
    case 'bankAccount':
      return fc.constantFrom('19-2000145399/0800', '2000145399/0800');
    case 'dataBox':
      return fc.constantFrom('BEBB2IN', 'bebb2in');
    case 'licencePlate':
      return fc.constantFrom('1h2 3456', '5E6 7890');
    case 'landParcel':
      return fc.constantFrom({ area: 'Kukleny', parcel: 'st. 12' }, { area: 'Plotiště', parcel: '1234/5' });
    case 'group':
      return fc.array(entriesOfFields(field.fields, right), {
        minLength: Math.max(1, field.min),
        maxLength: Math.min(field.max, Math.max(1, field.min) + 2),
      });
    case 'computed':
    case 'file':
    case 'heading':
    case 'explanation':
      return undefined;
  }
}

function numberIn(bounds: { min?: number | undefined; max?: number | undefined }, decimals: number) {
  const scale = 10 ** decimals;
  const min = Math.ceil((bounds.min ?? Math.min(0, bounds.max ?? 0)) * scale);
  const max = Math.floor((bounds.max ?? Math.max(100_000, bounds.min ?? 0)) * scale);
  return fc.integer({ min, max: Math.max(min, max) }).map(units => String(units / scale).replace('.', ','));
}

function daysOf(earliest: number | undefined, latest: number | undefined): { min: number; max: number } {
  const min = earliest ?? Math.min(-40, latest ?? 0);
  return { min, max: latest ?? Math.max(400, min) };
}

function dayFromToday(days: number): Record<string, string> {
  const { day, month, year } = today.add({ days });
  return { day: String(day), month: String(month), year: String(year) };
}
