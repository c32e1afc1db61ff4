import { describe, expect, it } from 'vitest';
import type { Entries } from '../../../src/core/form/answers.ts';
import { prefill } from '../../../src/core/form/prefill.ts';
import { knownOf, readProfile } from '../../../src/core/form/profile.ts';
import { aDefinition, parsed } from './definitions.ts';

const definition = parsed(
  aDefinition([
    {
      id: 'who',
      title: 'Kdo',
      fields: [
        { type: 'date', id: 'born', label: 'Narození', prefill: 'birthDate' },
        { type: 'person', id: 'owner', label: 'Vlastník', ask: ['born'], prefill: 'person' },
        { type: 'organisation', id: 'firm', label: 'Firma', prefill: 'organisation', required: false },
        { type: 'bankAccount', id: 'account', label: 'Účet', prefill: 'bankAccount' },
        { type: 'text', id: 'other', label: 'Něco jiného' },
      ],
    },
  ]),
);

const account = { name: 'Jana Marie Nováková', email: 'jana@example.cz', phone: '+420777123456' };
const profile: Entries = {
  birthDate: { day: '9', month: '11', year: '1988' },
  address: { street: 'Pražská 8', city: 'Hradec Králové', zip: '50004' },
  bankAccount: '19-2000145399/0800',
};

describe('filling in beforehand', () => {
  it('gives each question what its source knows, in the shape the question asks in', () => {
    const { entries } = prefill(definition, knownOf(account, profile), {});
    expect(entries).toMatchObject({
      born: { day: '9', month: '11', year: '1988' },
      owner: { given: 'Jana Marie', family: 'Nováková', day: '9', month: '11', year: '1988' },
      account: '19-2000145399/0800',
    });
    expect(entries).not.toHaveProperty('other');
    expect(entries).not.toHaveProperty('firm');
    expect(entries['owner']).not.toHaveProperty('street');
  });

  it('tells who is filing without being asked to', () => {
    const { entries, ids } = prefill(definition, knownOf(account, {}), {});
    expect(entries).toMatchObject({ name: account.name, email: account.email });
    expect(ids).toEqual(expect.arrayContaining(['name', 'email', 'owner']));
  });

  it('leaves what somebody has typed, and fills what they have left blank', () => {
    const typed: Entries = { born: { day: '1', month: '', year: '' }, account: ' ' };
    const { entries, ids } = prefill(definition, knownOf(account, profile), typed);
    expect(entries['born']).toEqual(typed['born']);
    expect(entries['account']).toBe('19-2000145399/0800');
    expect(ids).not.toContain('born');
  });

  it('of somebody nothing is known about changes nothing', () => {
    expect(prefill(definition, {}, { other: 'x' })).toEqual({ entries: { other: 'x' }, ids: [], from: {} });
  });
});

describe('what a person keeps in their account', () => {
  const today = Temporal.PlainDate.from('2026-11-22');
  const errorOf = (entries: Entries) =>
    readProfile(entries, today).flatMap(({ field, error }) => (error === undefined ? [] : [field.id]));

  it('may all be left out', () => {
    expect(errorOf({})).toEqual([]);
  });

  it.each([
    ['birthDate', { day: '31', month: '2', year: '1988' }],
    ['birthDate', { day: '1', month: '1', year: '2027' }],
    ['address', { street: 'Pražská 8', city: '', zip: '' }],
    ['ico', '12345678'],
    ['bankAccount', '123'],
    ['dataBox', 'neco'],
  ])('%s is refused when it cannot be right: %j', (id, entry) => {
    expect(errorOf({ [id]: entry })).toEqual([id]);
  });
});
