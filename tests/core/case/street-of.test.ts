import { expect, test } from 'vitest';
import { streetOf } from '../../../src/core/case/street-of.ts';
import type { Value } from '../../../src/core/form/answers.ts';

const address = { street: 'Malé náměstí 5', city: 'Hradec Králové', zip: '50003' };

test.each<[string, Value | undefined, string | null]>([
  ['an address', address, 'Malé náměstí 5'],
  ['a person with an address', { given: 'Jana', family: 'Nováková', address }, 'Malé náměstí 5'],
  ['an organisation with a seat', { name: 'Klenot', ico: '00268810', address }, 'Malé náměstí 5'],
  ['a person without one', { given: 'Jana', family: 'Nováková' }, null],
  ['a text', 'Malé náměstí 5', null],
  ['rows', [{ place: address }], null],
  ['no answer', undefined, null],
])('the street of %s', (_name, value, street) => {
  expect(streetOf(value)).toBe(street);
});
