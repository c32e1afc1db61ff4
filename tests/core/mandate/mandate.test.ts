import { describe, expect, test } from 'vitest';
import { covers, type HeldMandate, isValidOn } from '../../../src/core/mandate/mandate.ts';
import { daysWords, termsWords } from '../../../src/core/mandate/terms-words.ts';
import { held } from './people.ts';

describe('a mandate holds', () => {
  test.each<[string, string | null, string, boolean]>([
    ['2026-12-01', null, '2026-11-30', false],
    ['2026-12-01', null, '2026-12-01', true],
    ['2026-12-01', null, '2099-01-01', true],
    ['2026-12-01', '2026-12-31', '2026-12-31', true],
    ['2026-12-01', '2026-12-31', '2027-01-01', false],
    ['2026-12-01', '2026-12-01', '2026-12-01', true],
  ])('from %s to %s, on %s: %s', (from, until, day, is) => {
    expect(isValidOn({ from, until }, Temporal.PlainDate.from(day))).toBe(is);
  });
});

describe('a mandate covers', () => {
  const one: Partial<HeldMandate> = { scope: 'agendas', agendaIds: ['dogs'] };
  const ofCase: Partial<HeldMandate> = { scope: 'case', caseId: 'case' };
  test.each<[string, Partial<HeldMandate>, { agendaId: string; appealedUnder?: string | null }, boolean]>([
    ['for everything, any agenda', {}, { agendaId: 'roads' }, true],
    ['for chosen agendas, one of them', one, { agendaId: 'dogs' }, true],
    ['for chosen agendas, no other', one, { agendaId: 'roads' }, false],
    ['for one case, nothing new', ofCase, { agendaId: 'dogs' }, false],
    ['for one case, an appeal in it', ofCase, { agendaId: 'appeals', appealedUnder: 'mandate' }, true],
    [
      'for chosen agendas, an appeal in what was filed by it',
      one,
      { agendaId: 'appeals', appealedUnder: 'mandate' },
      true,
    ],
    ['but no appeal in what another agent has', one, { agendaId: 'appeals', appealedUnder: 'other' }, false],
  ])('%s', (_what, having, wanted, is) => {
    expect(covers(held(having), wanted)).toBe(is);
  });
});

test('its terms read in a sentence', () => {
  const days = { from: '2026-12-01', until: '2026-12-31' };
  const words = (named: Partial<Parameters<typeof termsWords>[0]>) =>
    termsWords({ scope: 'all', agendas: [], reference: null, ...days, ...named }).replaceAll('\u00a0', ' ');
  expect(words({})).toBe('pro všechny služby úřadu, od 1. prosince 2026 do 31. prosince 2026');
  expect(words({ scope: 'agendas', agendas: ['Psi', 'Ulice'] })).toContain('pro služby: Psi, Ulice');
  expect(words({ scope: 'case', reference: 'HK26-00001-K' })).toContain('pro jedno podání: HK26-00001-K');
  expect(daysWords({ from: '2026-12-01', until: null })).toMatch(/do odvolání$/);
});
