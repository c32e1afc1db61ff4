import { expect, test } from 'vitest';
import type { Officer } from '../../../src/core/actor.ts';
import { cancelled, departmentsHeadedBy, loopSentence } from '../../../src/core/office/absences.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const officer = (...roles: Officer['roles']): Officer => ({
  kind: 'officer',
  accountId: 'a',
  officerId: 'eva',
  name: 'Eva Malá',
  departmentId: 'dopravy',
  units: roles.includes('head') ? ['registr'] : [],
  roles,
  standsInFor: [],
});

test.each<[string, Officer, string[]]>([
  ['a head sets them for the department and its units', officer('clerk', 'head'), ['dopravy', 'registr']],
  ['a clerk for nobody else', officer('clerk'), []],
  ['nor does the registry', officer('registry'), []],
])('absences: %s', (_promise, actor, expected) => {
  expect(departmentsHeadedBy(actor)).toEqual(expected);
});

test('the sentence about a loop names everybody in it', () => {
  const names: Record<string, string> = { jana: 'Jana Nováková', petr: 'Petr Černý' };
  const loop = { from: day('2026-12-08'), officerIds: ['jana', 'petr', 'jana'] };
  expect(loopSentence(loop, id => names[id] ?? '')).toBe(
    'Od\u00a08.\u00a0prosince 2026 by se zástup vracel dokola: Jana Nováková » Petr Černý » Jana Nováková. Vyberte jiný zástup.',
  );
});

test.each([
  ['one that has not begun is as if it never were', '2026-12-10', '2026-12-20', null],
  ['one that begins today as well', '2026-12-05', '2026-12-20', null],
  ['one that goes on ended yesterday', '2026-12-01', '2026-12-20', '2026-12-04'],
  ['one that is over stays as it was', '2026-11-01', '2026-11-20', '2026-11-20'],
])('cancelled: %s', (_promise, from, until, expected) => {
  const after = cancelled({ from: day(from), until: day(until) }, day('2026-12-05'));
  expect(after?.until.toString() ?? null).toBe(expected);
});
