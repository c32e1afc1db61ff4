import { expect, test } from 'vitest';
import { type ClosingRefusal, judgeClosing, type OwnPlace } from '../../../src/core/identity/closing.ts';
import type { MemberRole } from '../../../src/core/organisation/roles.ts';

/** The first of them is whoever closes their account. */
const place = (organisation: string, ...roles: MemberRole[]): OwnPlace => ({
  organisation,
  own: '0',
  members: roles.map((role, index) => ({ id: String(index), role })),
});

const last = (...organisations: string[]): ClosingRefusal => ({ reason: 'lastManager', organisations });

test.each<[string, boolean, OwnPlace[], ClosingRefusal | null]>([
  ['somebody to no organisation', false, [], null],
  ['an officer', true, [], { reason: 'officer' }],
  ['an officer whatever else they are', true, [place('A', 'manager', 'reader')], { reason: 'officer' }],
  ['the last manager of others', false, [place('A', 'manager', 'reader')], last('A')],
  ['the only representative of others', false, [place('A', 'representative', 'filer', 'reader')], last('A')],
  ['one of two managers', false, [place('A', 'manager', 'manager')], null],
  ['a manager beside a representative', false, [place('A', 'manager', 'representative')], null],
  [
    'somebody who manages nobody',
    false,
    [place('A', 'filer', 'manager'), place('B', 'reader', 'representative')],
    null,
  ],
  ['a reader where nobody manages already', false, [place('A', 'reader', 'filer')], null],
  ['the only member', false, [place('A', 'representative')], null],
  [
    'the last of two organisations of three',
    false,
    [place('A', 'manager', 'reader'), place('B', 'reader', 'manager'), place('C', 'representative', 'filer')],
    last('A', 'C'),
  ],
])('%s', (_who, isOfficer, places, refusal) => {
  expect(judgeClosing({ isOfficer, places })).toEqual(refusal);
});
