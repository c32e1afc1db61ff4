import { describe, expect, test } from 'vitest';
import { type Candidate, route, type RoutingRule } from '../../../src/core/case/routing.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const jana: Candidate = { id: 'jana', openCases: 5, lastGivenAt: at('2026-11-20T08:00Z') };
const petr: Candidate = { id: 'petr', openCases: 3, lastGivenAt: at('2026-11-22T08:00Z') };
const eva: Candidate = { id: 'eva', openCases: 3, lastGivenAt: at('2026-11-21T08:00Z') };
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

function routed(rule: RoutingRule, having: Partial<Parameters<typeof route>[0]> = {}): string | null {
  return route({ rule, candidates: all, onDuty: id => id, applicant: 'Novák', street: () => null, ...having });
}

describe('a new case goes', () => {
  test.each<[string, RoutingRule, Partial<Parameters<typeof route>[0]>, string | null]>([
    ['to the department without a rule', { by: 'nobody' }, {}, null],
    ['to the officer who is named', { by: 'fixed', officerId: 'petr' }, {}, 'petr'],
    ['to the deputy of who is named', { by: 'fixed', officerId: 'petr' }, { onDuty: () => 'eva' }, 'eva'],
    ['to nobody when nobody is there', { by: 'fixed', officerId: 'petr' }, { onDuty: () => null }, null],
    ['to nobody who may not handle it', { by: 'fixed', officerId: 'ivo' }, {}, null],
    ['to whose turn it is', { by: 'turns' }, {}, 'jana'],
    [
      'first to who never got any',
      { by: 'turns' },
      { candidates: [...all, { ...eva, id: 'zora', lastGivenAt: null }] },
      'zora',
    ],
    ['to who has the fewest, and of those waited longest', { by: 'load' }, {}, 'eva'],
    ['to nobody when all are away', { by: 'load' }, { candidates: [] }, null],
    ['by the alphabet', alphabet, { applicant: 'Bartoš' }, 'jana'],
    ['by the alphabet, to the end of its letter', alphabet, { applicant: 'Cyril' }, 'jana'],
    ['by the Czech alphabet', alphabet, { applicant: 'Černý' }, 'petr'],
    ['by the Czech alphabet, CH after H', alphabet, { applicant: 'Chaloupka' }, 'petr'],
    ['by the alphabet, small letters too', alphabet, { applicant: 'ivanov' }, 'eva'],
    ['by the alphabet, to the very end', alphabet, { applicant: 'Žák' }, 'eva'],
    ['to the department when no range fits', alphabet, { applicant: '4S s.r.o.' }, null],
    ['by the street, without accents and with a number', street, { street: () => 'gocarova trida 12/3' }, 'petr'],
    ['to the department when the street is nobody’s', street, { street: () => 'Gočárova' }, null],
    ['to the department when no street was answered', street, {}, null],
  ])('%s', (_promise, rule, having, expected) => {
    expect(routed(rule, having)).toBe(expected);
  });
});
