import { expect, test } from 'vitest';
import { type AssuranceLevel, assuranceLevels } from '../../../src/core/actor.ts';
import {
  levelToGive,
  mandateOrigins,
  mayGiveOnline,
  needsCheck,
  stateOnceAgreed,
} from '../../../src/core/mandate/giving.ts';
import { type MandateScope, mandateScopes } from '../../../src/core/mandate/mandate.ts';

/** § 33(1): a case one runs oneself, by the account one runs it by; § 33(2)(c): what is to come, by a proved identity. */
const enough: Record<MandateScope, AssuranceLevel[]> = {
  all: ['substantial', 'high'],
  agendas: ['substantial', 'high'],
  case: ['account', 'substantial', 'high'],
};

test.each(mandateScopes.flatMap(scope => assuranceLevels.map(level => [scope, level] as const)))(
  'a mandate for %s at the level %s',
  (scope, level) => {
    expect(mayGiveOnline(level, scope)).toBe(enough[scope].includes(level));
    expect(enough[scope][0]).toBe(levelToGive(scope));
  },
);

test('what the principal gave in the portal holds without a check, a paper waits for one', () => {
  expect(mandateOrigins.map(origin => [origin, needsCheck(origin), stateOnceAgreed(origin)])).toEqual([
    ['online', false, 'active'],
    ['power', true, 'waiting'],
  ]);
});
