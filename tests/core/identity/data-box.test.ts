import { describe, expect, test } from 'vitest';
import { dataBoxIdentity } from '../../../src/core/identity/data-box.ts';

const owner = {
  dbID: 'ab3cd4e',
  dbType: 'PO',
  ic: '00268810',
  firmName: 'Pekárna U Labe, s.r.o.',
  isdsID: 'UZ000123',
  userType: 'PRIMARY_USER',
  pnGivenNames: 'Jana Marie',
  pnLastName: 'Nováková',
};

const identityOf = (changes: Record<string, string> = {}) =>
  dataBoxIdentity(new Map(Object.entries({ ...owner, ...changes })));

test('is somebody at their box, as surely as an account', () => {
  expect(identityOf()).toEqual({
    ok: true,
    identity: {
      subject: 'ab3cd4e/UZ000123',
      level: 'account',
      name: 'Jana Marie Nováková',
      birthDate: null,
      address: null,
      email: null,
      represents: { ico: '00268810', name: 'Pekárna U Labe, s.r.o.' },
    },
  });
});

test('is called on one line', () => {
  const read = identityOf({ pnGivenNames: ' Jana\n Marie\u0000', firmName: 'Pekárna\u00a0\tU Labe' });
  expect(read.ok && [read.identity.name, read.identity.represents?.name]).toEqual([
    'Jana Marie Nováková',
    'Pekárna U Labe',
  ]);
});

test.each<[string, Record<string, string>]>([
  ['no box', { dbID: '' }],
  ['a box that is none', { dbID: '../../x' }],
  ['no user', { isdsID: ' ' }],
  ['a user of too long a name', { isdsID: 'x'.repeat(101) }],
  ['nobody named', { pnGivenNames: '', pnLastName: '' }],
])('%s is nobody', (_what, changes) => {
  expect(identityOf(changes)).toEqual({ ok: false, problem: 'incomplete' });
});

describe('an organisation is represented by', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['the owner of its box', {}, true],
    ['its liquidator', { userType: 'LIQUIDATOR' }, true],
    ['the owner of a box made by its wish', { dbType: 'PO_REQ' }, true],
    ['somebody who does business', { dbType: 'PFO' }, true],
    ['an attorney', { dbType: 'PFO_ADVOK' }, true],
    ['a number without its zeros', { ic: '268810' }, true],
    ['nobody whom the owner lets in', { userType: 'ENTRUSTED_USER' }, false],
    ['no administrator of its box', { userType: 'ADMINISTRATOR' }, false],
    ['nobody of whom ISDS does not say', { userType: '' }, false],
    ['nobody of a kind written otherwise', { userType: 'primary_user' }, false],
    ['nobody by their own box', { dbType: 'FO' }, false],
    ['nobody by the box of an office', { dbType: 'OVM' }, false],
    ['nobody by the box of an office that is a firm', { dbType: 'OVM_PO' }, false],
    ['nobody by a box that only begins so', { dbType: 'POX' }, false],
    ['nobody without a number', { ic: '' }, false],
    ['nobody by a number that is none', { ic: '12345678' }, false],
    ['nobody without a name', { firmName: '' }, false],
  ])('%s', (_what, changes, represents) => {
    const read = identityOf(changes);
    expect(read.ok && read.identity.represents !== undefined).toBe(represents);
  });
});
