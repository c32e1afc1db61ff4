import { describe, expect, test } from 'vitest';
import { type OfficerRole, officerRoles } from '../../../src/core/actor.ts';
import { grants, may, mayConsent, needsConsent, officeRights, rolesWith } from '../../../src/core/office/rights.ts';
import { citizen, clerk } from '../case/people.ts';

describe('what a role brings', () => {
  test.each([
    ['clerk', ['workCases']],
    ['head', ['workCases']],
    ['registry', ['routeCases', 'verifyIdentity', 'countOffice']],
    ['agendaAdmin', ['countOffice', 'manageAgendas']],
    ['peopleAdmin', ['managePeople']],
    ['operator', ['runOperation']],
    ['auditor', ['readLogs']],
  ] as const)('%s: %j, and nothing else', (role, rights) => {
    expect(officeRights.filter(right => grants([role], right))).toEqual(rights);
  });

  test('several roles bring all of theirs, and none brings none', () => {
    expect(officeRights.filter(right => grants(['clerk', 'auditor'], right))).toEqual(['workCases', 'readLogs']);
    expect(officeRights.filter(right => grants([], right))).toEqual([]);
  });

  test('whoever is no officer may nothing of it', () => {
    for (const actor of [citizen, { kind: 'guest' }, { kind: 'system' }] as const) {
      expect(officeRights.filter(right => may(actor, right))).toEqual([]);
    }
  });

  test('every right is brought by somebody', () => {
    for (const right of officeRights) expect(rolesWith(right)).not.toEqual([]);
  });
});

describe('roles that two have to agree on', () => {
  test.each<[before: OfficerRole[], wanted: OfficerRole[], waiting: OfficerRole[]]>([
    [['clerk'], ['clerk', 'head'], []],
    [['clerk'], ['clerk', 'auditor'], ['auditor']],
    [['peopleAdmin'], ['peopleAdmin', 'clerk'], []],
    [['peopleAdmin'], ['clerk'], []],
    [[], [...officerRoles], ['agendaAdmin', 'peopleAdmin', 'operator', 'auditor']],
  ])('of %j to %j, %j waits', (before, wanted, waiting) => {
    expect(needsConsent(before, wanted)).toEqual(waiting);
  });

  test.each([
    ['another administrator of people', 'eva', ['peopleAdmin'], true],
    ['whoever asked', 'adam', ['peopleAdmin'], false],
    ['whom it is for', 'olga', ['peopleAdmin'], false],
    ['an administrator of agendas', 'eva', ['agendaAdmin'], false],
  ] as const)('%s may agree: %s', (_who, officerId, roles, expected) => {
    const actor = { ...clerk, officerId, roles: [...roles] };
    expect(mayConsent(actor, { askedById: 'adam', officerId: 'olga' })).toBe(expected);
  });
});
