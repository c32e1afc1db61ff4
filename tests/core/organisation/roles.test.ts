import { describe, expect, test } from 'vitest';
import { judgeChange, type Member } from '../../../src/core/organisation/people.ts';
import { maskEmail } from '../../../src/core/organisation/mask-email.ts';
import {
  type GivenRole,
  mayMember,
  memberRights,
  memberRoles,
  memberRolesWith,
} from '../../../src/core/organisation/roles.ts';

describe('what a role brings', () => {
  test.each([
    ['representative', ['managePeople', 'file', 'readCases']],
    ['manager', ['managePeople']],
    ['filer', ['file', 'readCases']],
    ['reader', ['readCases']],
  ] as const)('%s: %j, and nothing else', (role, rights) => {
    expect(memberRights.filter(right => mayMember(role, right))).toEqual(rights);
  });

  test('no role brings nothing, and every right is brought by somebody', () => {
    expect(memberRights.filter(right => mayMember(null, right))).toEqual([]);
    for (const right of memberRights) expect(memberRolesWith(right)).not.toEqual([]);
  });
});

const firm: Member[] = [
  { id: 'rita', role: 'representative' },
  { id: 'remus', role: 'representative' },
  { id: 'marta', role: 'manager' },
  { id: 'filip', role: 'filer' },
  { id: 'radek', role: 'reader' },
];

describe('who may change whom', () => {
  test.each<[by: string, of: string, to: GivenRole | null, expected: ReturnType<typeof judgeChange>]>([
    ['rita', 'filip', 'reader', null],
    ['marta', 'filip', 'manager', null],
    ['marta', 'filip', null, null],
    ['marta', 'marta', 'reader', null],
    ['rita', 'marta', null, null],
    ['rita', 'remus', null, null],
    ['rita', 'rita', null, null],
    ['filip', 'filip', null, null],
    ['radek', 'radek', null, null],
    ['filip', 'filip', 'manager', 'notYours'],
    ['filip', 'radek', null, 'notYours'],
    ['radek', 'rita', null, 'notYours'],
    ['marta', 'rita', null, 'representative'],
    ['marta', 'rita', 'reader', 'representative'],
    ['rita', 'rita', 'filer', 'representative'],
    ['rita', 'remus', 'manager', 'representative'],
    ['nobody', 'filip', null, 'gone'],
    ['rita', 'nobody', null, 'gone'],
  ])('%s makes of %s %s: %s', (by, of, to, expected) => {
    expect(judgeChange({ members: firm, by, of, to })).toBe(expected);
  });

  test('whoever is the last to manage people stays', () => {
    const alone = firm.filter(({ id }) => id === 'marta' || id === 'filip');
    expect(judgeChange({ members: alone, by: 'marta', of: 'marta', to: null })).toBe('last');
    expect(judgeChange({ members: alone, by: 'marta', of: 'marta', to: 'filer' })).toBe('last');
    expect(judgeChange({ members: alone, by: 'marta', of: 'marta', to: 'manager' })).toBeNull();
    expect(judgeChange({ members: alone, by: 'filip', of: 'filip', to: null })).toBeNull();
    const single = [firm[0] as Member];
    expect(judgeChange({ members: single, by: 'rita', of: 'rita', to: null })).toBe('last');
  });

  test('of any firm that has somebody to manage people, no allowed change leaves it without one', () => {
    for (const one of memberRoles) {
      for (const other of memberRoles) {
        const members: Member[] = [
          { id: 'a', role: one },
          { id: 'b', role: other },
        ];
        const managing = (list: Member[]) => list.some(({ role }) => mayMember(role, 'managePeople'));
        if (!managing(members)) continue;
        for (const by of ['a', 'b']) {
          for (const to of [null, 'manager', 'filer', 'reader'] as const) {
            if (judgeChange({ members, by, of: 'a', to }) !== null) continue;
            const after: Member[] = to ? [{ id: 'a', role: to }, ...members.slice(1)] : members.slice(1);
            expect(managing(after), `${one} ${other}: ${by} makes of a ${to}`).toBe(true);
          }
        }
      }
    }
  });
});

test.each([
  ['jana@example.cz', 'j…@example.cz'],
  ['j@example.cz', '…@example.cz'],
  ['žofie@example.cz', 'ž…@example.cz'],
])('%s is named as %s', (email, expected) => {
  expect(maskEmail(email)).toBe(expected);
});
