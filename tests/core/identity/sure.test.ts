import { describe, expect, test } from 'vitest';
import { knownFrom, knownOf } from '../../../src/core/form/profile.ts';
import { type Said, sureOf } from '../../../src/core/identity/sure.ts';

const on = (text: string) => Temporal.PlainDate.from(text);
const nia: Said = {
  source: 'nia',
  level: 'high',
  on: on('2026-11-01'),
  name: 'Jana Nováková',
  birthDate: '1988-11-09',
  address: 'Střelecká 45, 500 02 Hradec Králové',
};
const bank: Said = { ...nia, source: 'bankId', level: 'substantial', name: 'Jana Malá', on: on('2026-11-20') };
const counter: Said = { ...nia, source: 'counter', on: on('2026-11-25'), name: 'Jana Nová', address: null };

const sources = (said: Said[]) => {
  const { name, birthDate, address } = sureOf(said);
  return [name?.source, birthDate?.source, address?.source];
};

describe('what is sure of a person', () => {
  test.each<[string, Said[], (string | undefined)[]]>([
    ['nobody says anything', [], [undefined, undefined, undefined]],
    ['a register', [nia], ['nia', 'nia', 'nia']],
    ['the register that told last', [nia, bank], ['bankId', 'bankId', 'bankId']],
    ['whichever says it', [{ ...bank, address: null }, nia], ['bankId', 'bankId', 'nia']],
    ['a register before a document', [counter, nia], ['nia', 'nia', 'nia']],
    ['a document alone', [counter], ['counter', 'counter', undefined]],
    ['a document where the register is silent', [{ ...nia, birthDate: null }, counter], ['nia', 'counter', 'nia']],
    ['who proves a mailbox only', [{ ...bank, level: 'account' }], [undefined, undefined, undefined]],
  ])('%s', (_what, said, expected) => {
    expect(sources(said)).toEqual(expected);
  });

  test('carries its value and the day it was told', () => {
    expect(sureOf([nia]).birthDate).toEqual({ value: '1988-11-09', source: 'nia', on: on('2026-11-01') });
  });
});

describe('a form is filled in', () => {
  const account = { name: 'janička', email: 'jana@example.cz', phone: null };
  const profile = { birthDate: { day: '1', month: '1', year: '2000' }, ico: '00268810', organisationName: 'Stará' };
  const organisation = { name: 'Pekárna', ico: '27604977', address: 'Gočárova 1, 500 02 Hradec Králové' };

  test('with what is sure before what was typed, and says from whom it is', () => {
    const sure = sureOf([nia]);
    expect(knownOf(account, profile, { sure })).toMatchObject({
      name: 'Jana Nováková',
      birthDate: { day: '9', month: '11', year: '1988' },
      address: { street: 'Střelecká 45', city: 'Hradec Králové', zip: '50002' },
      person: { given: 'Jana', family: 'Nováková', day: '9', zip: '50002' },
      ico: '00268810',
    });
    expect(knownFrom({ sure })).toEqual({ name: 'nia', birthDate: 'nia', address: 'nia', person: 'nia' });
  });

  test('as one person only by one source', () => {
    expect(knownFrom({ sure: sureOf([counter]) })).toEqual({ name: 'counter', birthDate: 'counter' });
    const mixed = sureOf([{ ...nia, birthDate: null }, counter]);
    expect(knownFrom({ sure: mixed })).not.toHaveProperty('person');
  });

  test('without an address that cannot be told apart', () => {
    const more = { sure: sureOf([{ ...nia, address: 'Main Street 1, London' }]) };
    expect(knownOf(account, { address: { street: 'Moje 1' } }, more).address).toEqual({ street: 'Moje 1' });
    expect(knownFrom(more)).not.toHaveProperty('address');
    expect(knownFrom(more)).not.toHaveProperty('person');
  });

  test('with the organisation they act for, never with the seat of another', () => {
    expect(knownOf(account, profile, { organisation })).toMatchObject({
      organisationName: 'Pekárna',
      ico: '27604977',
      organisationAddress: { street: 'Gočárova 1', zip: '50002' },
      organisation: { name: 'Pekárna', ico: '27604977', city: 'Hradec Králové' },
    });
    const seat = { organisationAddress: { street: 'Jiná 5', city: 'Brno', zip: '60200' } };
    const known = knownOf(account, seat, { organisation: { ...organisation, address: 'někde' } });
    expect(known.organisationAddress).toEqual({});
    expect(knownFrom({ organisation }).ico).toBe('organisation');
  });
});
