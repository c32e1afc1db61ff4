import { expect, test } from 'vitest';
import { compareNames, surnameFirst } from '../../../src/core/czech/surname-first.ts';

test.each([
  ['Jana Nováková', 'Nováková Jana'],
  ['  Jana   Marie  Nováková ', 'Nováková Jana Marie'],
  ['Ing. Jana Nováková, Ph.D.', 'Nováková Jana'],
  ['doc. RNDr. Petr Chaloupka, CSc.', 'Chaloupka Petr'],
  ['J. Novák', 'Novák J.'],
  ['Nováková', 'Nováková'],
  ['Zahrady Hradec s.r.o.', 'Zahrady Hradec s.r.o.'],
  ['Zahrady Hradec, s. r. o.', 'Zahrady Hradec, s. r. o.'],
  ['Pivovar Klenot, a.s.', 'Pivovar Klenot, a.s.'],
  ['Sokol Kukleny, z. s.', 'Sokol Kukleny, z. s.'],
  ['Spolek přátel žehu', 'Spolek přátel žehu'],
  ['', ''],
  ['Ing.', 'Ing.'],
])('"%s" is filed as "%s"', (name, filed) => {
  expect(surnameFirst(name)).toBe(filed);
});

test('people are in the order of their surnames, whatever stands around them', () => {
  const people = [
    'Jana Nováková, Ph.D.',
    'Ing. Chrudoš Chaloupka',
    'Petr Hora',
    'Adam Novák',
    'Eva Čermáková',
    'Zdeněk Cibulka',
  ];
  expect(people.toSorted(compareNames)).toEqual([
    ...['Zdeněk Cibulka', 'Eva Čermáková', 'Petr Hora', 'Ing. Chrudoš Chaloupka', 'Adam Novák', 'Jana Nováková, Ph.D.'],
  ]);
});
