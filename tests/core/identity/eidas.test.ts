import { describe, expect, test } from 'vitest';
import type { Claims } from '../../../src/core/identity/claims.ts';
import { eidasIdentity } from '../../../src/core/identity/eidas.ts';

const level = (name: string): string => `http://eidas.europa.eu/LoA/${name}`;
const said: Claims = { acr: level('high'), given_name: 'Jana', family_name: 'Nováková', birthdate: '1979-11-02' };
const identity = { subject: 's', level: 'high', name: 'Jana Nováková', birthDate: '1979-11-02' };
const nothing = { address: null, email: null };

describe('what a provider with levels of eIDAS says', () => {
  test.each<[Claims, object]>([
    [{}, {}],
    [{ acr: level('substantial') }, { level: 'substantial' }],
    [{ address: { formatted: 'Nerudova 4' } }, { address: 'Nerudova 4' }],
    [{ address: 'Nerudova 4' }, {}],
    [{ address: {} }, {}],
  ])('%j', (change, expected) => {
    expect(eidasIdentity('s', { ...said, ...change })).toEqual({
      ok: true,
      identity: { ...identity, ...nothing, ...expected },
    });
  });

  test.each<[Claims, string]>([
    [{ acr: level('low') }, 'level'],
    [{ acr: 'high' }, 'level'],
    [{ acr: undefined }, 'level'],
    [{ given_name: undefined, family_name: undefined }, 'incomplete'],
  ])('is refused with %j', (change, problem) => {
    expect(eidasIdentity('s', { ...said, ...change })).toEqual({ ok: false, problem });
  });
});
