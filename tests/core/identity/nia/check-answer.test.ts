import { describe, expect, test } from 'vitest';
import { type AssuranceLevel, assuranceLevels } from '../../../../src/core/actor.ts';
import {
  type Answer,
  type Assertion,
  problemOf,
  replayableUntil,
} from '../../../../src/core/identity/nia/check-answer.ts';
import { classOf, isAtLeast, levelOf } from '../../../../src/core/identity/nia/level.ts';

const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-11-30T${time}Z`);
const now = at('10:00:00');
const expected = {
  issuer: 'urn:idp',
  audience: 'https://portal.example.cz/',
  recipient: 'https://portal.example.cz/zpet',
  requestId: '_1',
  level: 'substantial' as const,
  now,
};
const success = 'urn:oasis:names:tc:SAML:2.0:status:Success';
const statusCode = 'urn:oasis:names:tc:SAML:2.0:protocol/statuscode';
const period = { notBefore: at('09:59:00'), notOnOrAfter: at('11:00:00') };
const assertion: Assertion = {
  id: '_a',
  issuer: 'urn:idp',
  audiences: ['https://portal.example.cz/'],
  conditions: period,
  confirmation: {
    ...period,
    method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer',
    recipient: 'https://portal.example.cz/zpet',
    inResponseTo: '_1',
  },
  authnContextClass: classOf('substantial'),
  authnInstant: at('09:59:30'),
  nameId: null,
  sessionIndex: null,
  attributes: new Map(),
};
const answer: Answer = {
  issuer: 'urn:idp',
  destination: 'https://portal.example.cz/zpet',
  inResponseTo: '_1',
  status: success,
  assertion,
};
const of = (changes: Partial<Assertion>): Partial<Answer> => ({ assertion: { ...assertion, ...changes } });
const confirmed = (changes: Partial<Assertion['confirmation']>): Partial<Answer> =>
  of({ confirmation: { ...assertion.confirmation, ...changes } });
const during = (changes: Partial<Assertion['conditions']>): Partial<Answer> =>
  of({ conditions: { ...period, ...changes } });
const saying = (value: string): Partial<Answer> => of({ attributes: new Map([[statusCode, value]]) });

describe('an answer to a question', () => {
  test.each<[string, Partial<Answer>, string | null]>([
    ['is right', {}, null],
    ['of a higher level', of({ authnContextClass: classOf('high') }), null],
    ['with success said twice', saying(success), null],
    ['unsaid issuer of the whole', { issuer: null }, null],
    ['several audiences', of({ audiences: ['https://other.example.cz/', expected.audience] }), null],
    ['two minutes ago at most', during({ notOnOrAfter: at('09:58:01') }), null],
    ['from two minutes ahead at most', during({ notBefore: at('10:02:00') }), null],
    ['no end of the conditions', during({ notOnOrAfter: null, notBefore: null }), null],

    ['issuer of the whole', { issuer: 'urn:other' }, 'issuer'],
    ['issuer', of({ issuer: 'urn:other' }), 'issuer'],
    ['no issuer', of({ issuer: null }), 'issuer'],
    ['no success', { status: 'urn:oasis:names:tc:SAML:2.0:status:Responder' }, 'status'],
    ['no status', { status: null }, 'status'],
    ['a failure inside a success', saying('urn:oasis:names:tc:SAML:2.0:status:AuthnFailed'), 'authnFailed'],
    ['nothing inside a success', saying(''), 'authnFailed'],
    ['destination', { destination: 'https://other.example.cz/' }, 'destination'],
    ['no destination', { destination: null }, 'destination'],
    ['another question', { inResponseTo: '_2' }, 'inResponseTo'],
    ['no question', { inResponseTo: null }, 'inResponseTo'],
    ['audience', of({ audiences: ['https://other.example.cz/'] }), 'audience'],
    ['no audience', of({ audiences: [] }), 'audience'],
    ['recipient', confirmed({ recipient: 'https://other.example.cz/' }), 'destination'],
    ['no recipient', confirmed({ recipient: null }), 'destination'],
    ['another question inside', confirmed({ inResponseTo: '_2' }), 'inResponseTo'],
    ['no question inside', confirmed({ inResponseTo: null }), 'inResponseTo'],
    ['another method', confirmed({ method: 'urn:oasis:names:tc:SAML:2.0:cm:sender-vouches' }), 'confirmation'],
    ['for good', confirmed({ notOnOrAfter: null }), 'confirmation'],
    ['over', confirmed({ notOnOrAfter: at('09:58:00') }), 'stale'],
    ['conditions over', during({ notOnOrAfter: at('09:58:00') }), 'stale'],
    ['not yet', confirmed({ notBefore: at('10:02:01') }), 'early'],
    ['conditions not yet', during({ notBefore: at('10:02:01') }), 'early'],
    ['no level', of({ authnContextClass: null }), 'unknownLevel'],
    ['unknown level', of({ authnContextClass: 'http://eidas.europa.eu/LoA/highest' }), 'unknownLevel'],
    ['low level', of({ authnContextClass: classOf('account') }), 'lowLevel'],
  ])('%s', (_name, changes, problem) => {
    expect(problemOf({ ...answer, ...changes }, expected)).toBe(problem);
  });

  test('can be sent again until the later of its ends, by the slowest of clocks', () => {
    const until = replayableUntil({ ...assertion, conditions: { ...period, notOnOrAfter: at('12:00:00') } }, now);
    expect(until).toEqual(at('12:02:00'));
    const none = { ...assertion, conditions: { notBefore: null, notOnOrAfter: null } };
    expect(replayableUntil(none, at('12:00:00'))).toEqual(at('12:02:00'));
  });
});

describe('levels', () => {
  test.each(assuranceLevels)('%s is told by its class', level => {
    expect(levelOf(classOf(level))).toBe(level);
  });

  test.each<[AssuranceLevel, AssuranceLevel, boolean]>([
    ['account', 'account', true],
    ['account', 'substantial', false],
    ['substantial', 'account', true],
    ['substantial', 'high', false],
    ['high', 'substantial', true],
  ])('%s answers %s: %s', (level, wanted, expected) => {
    expect(isAtLeast(level, wanted)).toBe(expected);
  });
});
