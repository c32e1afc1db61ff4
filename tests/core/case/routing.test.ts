import { describe, expect, test } from 'vitest';
import { type Candidate, inTurn, route, type RoutingRule } from '../../../src/core/case/routing.ts';

const jana: Candidate = { id: 'jana', openCases: 5 };
const petr: Candidate = { id: 'petr', openCases: 3 };
const eva: Candidate = { id: 'eva', openCases: 3 };
const all = [jana, petr, eva];

const alphabet: RoutingRule = {
  by: 'alphabet',
  ranges: [
    { from: 'A', to: 'C', officerId: 'jana' },
    { from: 'Č', to: 'Ch', officerId: 'petr' },
    { from: 'I', to: 'Ž', officerId: 'eva' },
  ],
};
const street: RoutingRule = {
  by: 'street',
  field: 'place',
  streets: [
    { street: 'Gočárova třída', officerId: 'petr' },
    { street: 'Malé náměstí', officerId: 'eva' },
  ],
};

function routed(rule: RoutingRule, having: Partial<Parameters<typeof route>[0]> = {}): string {
  return route({ rule, candidates: all, onDuty: id => id, applicant: 'Novák', street: () => null, ...having }).join(
    ' ',
  );
}

describe('a new case goes', () => {
  test.each<[string, RoutingRule, Partial<Parameters<typeof route>[0]>, string]>([
    ['to the department without a rule', { by: 'nobody' }, {}, ''],
    ['to the officer who is named', { by: 'fixed', officerId: 'petr' }, {}, 'petr'],
    ['to the deputy of who is named', { by: 'fixed', officerId: 'petr' }, { onDuty: () => 'eva' }, 'eva'],
    ['to nobody when nobody is there', { by: 'fixed', officerId: 'petr' }, { onDuty: () => null }, ''],
    ['to nobody who may not handle it', { by: 'fixed', officerId: 'ivo' }, {}, ''],
    ['in turns among all who are there', { by: 'turns' }, {}, 'eva jana petr'],
    ['in turns among those who have the fewest', { by: 'load' }, {}, 'eva petr'],
    ['to nobody in turns when all are away', { by: 'turns' }, { candidates: [] }, ''],
    ['to nobody when all are away', { by: 'load' }, { candidates: [] }, ''],
    ['by the alphabet', alphabet, { applicant: 'Bartoš' }, 'jana'],
    ['by the alphabet, to the end of its letter', alphabet, { applicant: 'Cyril' }, 'jana'],
    ['by the Czech alphabet', alphabet, { applicant: 'Černý' }, 'petr'],
    ['by the Czech alphabet, CH after H', alphabet, { applicant: 'Chaloupka' }, 'petr'],
    ['by the alphabet, small letters too', alphabet, { applicant: 'ivanov' }, 'eva'],
    ['by the alphabet, to the very end', alphabet, { applicant: 'Žák' }, 'eva'],
    ['to the department when no range fits', alphabet, { applicant: '4S s.r.o.' }, ''],
    ['by the street, without accents and with a number', street, { street: () => 'gocarova trida 12/3' }, 'petr'],
    ['to the department when the street is nobody’s', street, { street: () => 'Gočárova' }, ''],
    ['to the department when no street was answered', street, {}, ''],
  ])('%s', (_promise, rule, having, expected) => {
    expect(routed(rule, having)).toBe(expected);
  });
});

test('turns go round, and nobody has none', () => {
  expect([0, 1, 2, 3].map(turn => inTurn(['eva', 'jana', 'petr'], turn))).toEqual(['eva', 'jana', 'petr', 'eva']);
  expect(inTurn([], 3)).toBeNull();
});
