import { describe, expect, it } from 'vitest';
import { identityOf, meets, type IdentityLevel } from '../../../src/core/form/identity.ts';

const levels: IdentityLevel[] = ['none', 'account', 'substantial', 'high'];

describe('who may file', () => {
  it.each([
    ['none', ['none']],
    ['account', ['none', 'account']],
    ['substantial', ['none', 'account', 'substantial']],
    ['high', levels],
  ] as const)('somebody known at the level %s may file what needs %j, and nothing else', (level, allowed) => {
    expect(levels.filter(needed => meets(level, needed))).toEqual(allowed);
  });

  it('a guest is known at no level, a citizen at that of their signing in', () => {
    expect(identityOf({ kind: 'guest' })).toBe('none');
    expect(identityOf({ kind: 'citizen', accountId: 'a', name: 'Jana', level: 'high' })).toBe('high');
  });
});
