import { expect, test } from 'vitest';
import type { Actor, Officer } from '../../../src/core/actor.ts';
import { visibleTo, workableBy } from '../../../src/core/case/permissions.ts';
import { administrator, citizen, clerk, guest, head, headAbove, registrar, system } from './people.ts';

const asked = (officers: string[], ofDepartment: object) => ({
  tasks: { some: { state: 'open', OR: [ofDepartment, { officerId: { in: officers } }] } },
});
const none = { id: { in: [] } };
const ofTransport = (...officers: string[]) => ({
  trial: false,
  OR: [
    { departmentId: { in: ['transport'] } },
    { officerId: { in: officers } },
    asked(officers, { departmentId: 'transport', officerId: null }),
  ],
});
const ofHead = (officer: string, ...departments: string[]) => {
  const theirs = { departmentId: { in: departments } };
  return { trial: false, OR: [theirs, { officerId: { in: [officer] } }, asked([officer], theirs)] };
};
const everyFiling = { trial: false };

test.each<[string, Actor, object]>([
  ['a guest sees no case', guest, none],
  ['a citizen sees what they filed', citizen, { applicantId: 'karel', organisationId: null }],
  [
    'a clerk sees the cases of the department, their own and those that ask them for something',
    clerk,
    ofTransport('jana'),
  ],
  ['so does the head, also what an officer of theirs is asked for', head, ofHead('eva', 'transport')],
  ['the head above, of the units too', headAbove, ofHead('olga', 'city', 'transport')],
  ['a deputy those of the absent colleague as well', { ...clerk, standsInFor: ['ivo'] }, ofTransport('jana', 'ivo')],
  ['the registry sees all that was filed, and no trial', registrar, everyFiling],
  ['a clerk who is the registry too sees all', { ...clerk, roles: ['clerk', 'registry'] }, everyFiling],
  ['an administrator of agendas sees no case', administrator, none],
  ['an officer without a role sees no case', { ...clerk, roles: [] }, none],
  ['the portal itself sees all', system, {}],
])('%s', (_promise, actor, scope) => {
  expect(visibleTo(actor)).toEqual(scope);
});

test('what the office writes is not for an officer in their own matter, nor for one who declared bias', () => {
  const notOf = ({ accountId, officerId }: Officer) => ({
    OR: [{ applicantId: null }, { applicantId: { not: accountId } }],
    NOT: { biased: { has: officerId } },
  });
  const ofDepartment = { trial: false, OR: [{ departmentId: { in: ['transport'] } }, { officerId: { in: ['jana'] } }] };
  expect(workableBy(clerk)).toEqual({ AND: [ofDepartment, notOf(clerk)] });
  expect(workableBy(registrar)).toEqual({ AND: [everyFiling, notOf(registrar)] });
  expect(workableBy(citizen)).toEqual({ applicantId: 'karel', organisationId: null });
});
