import { describe, expect, test } from 'vitest';
import type { Claims } from '../../../src/core/identity/claims.ts';
import { staffGroups, staffMember, staffPost, type StaffPost } from '../../../src/core/identity/staff.ts';

const mapping = staffGroups.parse({
  Doprava: { roles: ['clerk'], department: 'dopravy' },
  'a1b2-guid': { department: 'spravni' },
  Vedoucí: { roles: ['head'] },
  Správa: { roles: ['agendaAdmin'], department: 'informatiky' },
});

describe('a post by groups', () => {
  test.each<[string[], StaffPost | null]>([
    [['Doprava'], { roles: ['clerk'], department: 'dopravy' }],
    [['Vedoucí', 'Doprava'], { roles: ['clerk', 'head'], department: 'dopravy' }],
    [['Správa', 'Doprava'], { roles: ['clerk', 'agendaAdmin'], department: 'dopravy' }],
    [['Správa', 'a1b2-guid'], { roles: ['agendaAdmin'], department: 'spravni' }],
    [['Doprava', 'Doprava', 'Tiskárna 2'], { roles: ['clerk'], department: 'dopravy' }],
    [[], null],
    [['Tiskárna 2'], null],
    [['doprava'], null],
    [['Vedoucí'], null],
    [['a1b2-guid'], null],
    [['toString', '__proto__'], null],
  ])('%j', (groups, post) => {
    expect(staffPost(mapping, groups)).toEqual(post);
  });
});

describe('somebody of the office', () => {
  const said: Claims = {
    given_name: 'Marie',
    family_name: 'Dvořáková',
    email: 'Marie@Urad.example',
    groups: ['Doprava'],
  };
  const member = { name: 'Marie Dvořáková', email: 'marie@urad.example', jobTitle: null, phone: null };

  test.each<[string, Claims, object]>([
    ['Keycloak', {}, { groups: ['Doprava'] }],
    ['AD FS, one group', { groups: undefined, group: 'Doprava' }, { groups: ['Doprava'] }],
    ['AD FS without a mailbox', { email: undefined, upn: 'marie@urad.example' }, { groups: ['Doprava'] }],
    ['Entra ID', { email: undefined, preferred_username: 'marie@urad.example' }, { groups: ['Doprava'] }],
    ['application roles', { groups: undefined, roles: ['Portal.Clerk', 7] }, { groups: ['Portal.Clerk'] }],
    ['groups and roles', { roles: ['Portal.Clerk'] }, { groups: ['Doprava', 'Portal.Clerk'] }],
    ['no groups', { groups: undefined }, { groups: [] }],
    ['too many groups to say', { groups: undefined, _claim_names: { groups: 'src1' } }, { groups: null }],
    ['too many groups to say, the short way', { groups: undefined, hasgroups: true }, { groups: null }],
    ['work and phone', { title: 'referentka', phone_number: '+420 1' }, { jobTitle: 'referentka', phone: '+420 1' }],
  ])('%s', (_what, change, expected) => {
    expect(staffMember({ ...said, ...change })).toEqual({ ...member, groups: ['Doprava'], ...expected });
  });

  test.each<[string, Claims]>([
    ['no name', { given_name: undefined, family_name: undefined }],
    ['no mailbox', { email: undefined }],
    ['a mailbox the directory has not checked', { email_verified: false, upn: 'marie@urad.example' }],
    ['an account that is no mailbox', { email: undefined, preferred_username: 'marie' }],
  ])('is nobody with %s', (_what, change) => {
    expect(staffMember({ ...said, ...change })).toBeNull();
  });
});

describe('the setting', () => {
  test.each<[unknown]>([
    [undefined],
    [{}],
    [[]],
    [{ Doprava: 'clerk' }],
    [{ Doprava: { roles: ['boss'] } }],
    [{ Doprava: { role: ['clerk'] } }],
    [{ Doprava: { roles: ['clerk'], department: '' } }],
  ])('%j is refused', groups => {
    expect(staffGroups.safeParse(groups).success).toBe(false);
  });
});
