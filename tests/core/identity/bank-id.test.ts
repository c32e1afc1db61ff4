import { describe, expect, test } from 'vitest';
import { bankIdentity } from '../../../src/core/identity/bank-id.ts';
import type { Claims } from '../../../src/core/identity/claims.ts';

const said: Claims = {
  acr: 'loa3',
  given_name: 'Jana',
  family_name: 'Nováková',
  birthdate: '1979-11-02',
  email: 'Jana@Example.cz',
  addresses: [
    { type: 'SECONDARY_RESIDENCE', street: 'Jinde', city: 'Praha' },
    {
      type: 'PERMANENT_RESIDENCE',
      street: 'Nerudova',
      buildingapartment: '4',
      streetnumber: '12',
      city: 'Hradec Králové',
      zipcode: '500 02',
      country: 'CZ',
    },
  ],
};

const identity = {
  subject: 'bank-1',
  level: 'substantial',
  name: 'Jana Nováková',
  birthDate: '1979-11-02',
  address: 'Nerudova 4/12, 500 02 Hradec Králové',
  email: 'jana@example.cz',
};

describe('what Bank iD says', () => {
  test.each<[string, Claims, Partial<typeof identity> | Record<string, null>]>([
    ['all of it', {}, {}],
    ['the lower level', { acr: 'loa2' }, { level: 'account' }],
    ['a middle name', { middle_name: 'Marie' }, { name: 'Jana Marie Nováková' }],
    ['the name as a whole', { given_name: undefined, name: ' Jana N. ' }, { name: 'Jana N.' }],
    ['no parts of the name but the surname', { given_name: '', name: 'J. Nováková' }, { name: 'J. Nováková' }],
    ['no day of birth', { birthdate: undefined }, { birthDate: null }],
    ['a day that is none', { birthdate: '1979-13-02' }, { birthDate: null }],
    ['an e-mail nobody has checked', { email_verified: false }, { email: null }],
    ['an e-mail that is none', { email: 'jana' }, { email: null }],
    ['no address', { addresses: undefined }, { address: null }],
    ['addresses that are none', { addresses: 'Nerudova' }, { address: null }],
    ['another address only', { addresses: [{ type: 'SECONDARY_RESIDENCE', street: 'Jinde' }] }, { address: null }],
    ['an empty address', { addresses: [{ type: 'PERMANENT_RESIDENCE', street: ' ' }] }, { address: null }],
    [
      'a village without streets',
      { addresses: [null, { type: 'PERMANENT_RESIDENCE', buildingapartment: '7', city: 'Lhota', zipcode: '50101' }] },
      { address: '7, 50101 Lhota' },
    ],
    [
      'a part of the address that is no text',
      { addresses: [{ type: 'PERMANENT_RESIDENCE', street: 7, city: 'Lhota' }] },
      { address: 'Lhota' },
    ],
  ])('%s', (_what, change, expected) => {
    expect(bankIdentity('bank-1', { ...said, ...change })).toEqual({
      ok: true,
      identity: { ...identity, ...expected },
    });
  });

  test.each<[string, Claims, string]>([
    ['no level', { acr: undefined }, 'level'],
    ['a level of nobody', { acr: 'loa1' }, 'level'],
    ['a level with something after it', { acr: 'loa3 loa2' }, 'level'],
    ['levels in a list', { acr: ['loa3'] }, 'level'],
    ['a level of eIDAS, which is not its own', { acr: 'http://eidas.europa.eu/LoA/high' }, 'level'],
    ['no name', { given_name: undefined, family_name: undefined }, 'incomplete'],
    ['a surname alone', { given_name: undefined }, 'incomplete'],
  ])('is refused with %s', (_what, change, problem) => {
    expect(bankIdentity('bank-1', { ...said, ...change })).toEqual({ ok: false, problem });
  });
});
