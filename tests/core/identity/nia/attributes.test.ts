import { describe, expect, test } from 'vitest';
import { personOf, requestedAttributes } from '../../../../src/core/identity/nia/attributes.ts';

const eidas = 'http://eidas.europa.eu/attributes/naturalperson/';
const said = {
  [`${eidas}PersonIdentifier`]: 'CZ/CZ/4d7a',
  [`${eidas}CurrentGivenName`]: 'Jana',
  [`${eidas}CurrentFamilyName`]: 'Nováková',
  [`${eidas}DateOfBirth`]: '1980-02-29',
  'http://www.stork.gov.eu/1.0/eMail': 'Jana@Example.cz',
};
const jana = {
  subject: 'CZ/CZ/4d7a',
  name: 'Jana Nováková',
  birthDate: '1980-02-29',
  address: null,
  addressPlace: null,
  email: 'jana@example.cz',
};

describe('a person of attributes', () => {
  test.each<[string, Record<string, string>, object | null]>([
    ['all of it', {}, jana],
    ['spaces around', { [`${eidas}CurrentGivenName`]: ' Jana ' }, jana],
    ['one name', { [`${eidas}CurrentFamilyName`]: '' }, { ...jana, name: 'Jana' }],
    ['a day that is none', { [`${eidas}DateOfBirth`]: '1981-02-29' }, { ...jana, birthDate: null }],
    ['no e-mail', { 'http://www.stork.gov.eu/1.0/eMail': 'jana' }, { ...jana, email: null }],
    ['no identifier', { [`${eidas}PersonIdentifier`]: ' ' }, null],
    ['an endless identifier', { [`${eidas}PersonIdentifier`]: 'x'.repeat(501) }, null],
    ['no name', { [`${eidas}CurrentGivenName`]: '', [`${eidas}CurrentFamilyName`]: '' }, null],
  ])('%s', (_name, changes, expected) => {
    expect(personOf(new Map(Object.entries({ ...said, ...changes })))).toEqual(expected);
  });

  test('is asked for by identifier and name, the rest as it may be', () => {
    expect(requestedAttributes.filter(one => one.isRequired).map(({ name }) => name)).toEqual(
      Object.keys(said).slice(0, 3),
    );
  });
});
