import { expect, test } from 'vitest';
import { readAddressLine } from '../../../src/core/czech/address-line.ts';

test.each([
  ['Střelecká 45, 500 02 Hradec Králové', 'Střelecká 45', '50002', 'Hradec Králové'],
  ['Palackého 12, 500\u00a003 Hradec Králové', 'Palackého 12', '50003', 'Hradec Králové'],
  [
    'Velké náměstí 149/5, Pražské Předměstí, 50003 Hradec Králové',
    'Velké náměstí 149/5, Pražské Předměstí',
    '50003',
    'Hradec Králové',
  ],
  [
    'č. p. 12, 503 01 Hradec Králové-Svobodné Dvory, Česká republika',
    'č. p. 12',
    '50301',
    'Hradec Králové-Svobodné Dvory',
  ],
  [' Nerudova  4 ,50002 Praha 8', 'Nerudova 4', '50002', 'Praha 8'],
])('%s has its parts', (line, street, zip, city) => {
  expect(readAddressLine(line)).toEqual({ street, zip, city });
});

test.each([
  '',
  'Hradec Králové',
  'Hradec Králové, Střelecká 45',
  '500 02 Hradec Králové',
  'Střelecká 45, 500 02 Hradec Králové, 2. patro',
  'Hauptstraße 1, 10115 Berlin, Deutschland',
  'Střelecká 45, 50002',
])('"%s" is not taken apart', line => {
  expect(readAddressLine(line)).toBeNull();
});
