import { describe, expect, test } from 'vitest';
import { situation } from '../../../src/core/case/situation.ts';
import type { CaseSnapshot } from '../../../src/core/case/snapshot.ts';
import { aCase, closed, decided, held, worked } from './people.ts';

const dueOn = Temporal.PlainDate.from('2026-12-04');
const jana = { name: 'Jana Nováková' };

describe('the situation of a case', () => {
  test.each<[CaseSnapshot, { name: string } | null, string]>([
    [aCase(), null, 'Podání jsme přijali. Čeká na převzetí.'],
    [aCase({ officerId: 'jana' }), jana, 'Podání jsme přijali, převezme ho Jana Nováková.'],
    [held, jana, 'Podání jsme převzali, má ho Jana Nováková.'],
    [held, null, 'Podání jsme převzali.'],
    [worked, jana, 'Podání právě vyřizuje Jana Nováková.'],
    [worked, null, 'Podání právě vyřizujeme.'],
    [decided, jana, 'Podání je vyřízené, vyhověli jsme mu.'],
    [{ ...decided, outcome: 'partlyGranted' }, jana, 'Podání je vyřízené, vyhověli jsme mu zčásti.'],
    [{ ...decided, outcome: 'refused' }, jana, 'Podání je vyřízené, zamítli jsme ho.'],
    [{ ...decided, outcome: 'settled' }, jana, 'Podání je vyřízené bez rozhodnutí.'],
    [closed, jana, 'Podání je vyřízené, vyhověli jsme mu. Případ je uzavřený.'],
  ])('%j of %j: %s', (snapshot, officer, sentence) => {
    const { sentence: told } = situation({ case: snapshot, officer, dueOn, today: dueOn });
    expect(plain(told)).toBe(sentence);
  });

  test.each([
    ['2026-11-29', 'za 5 dní', false],
    ['2026-12-03', 'zítra', false],
    ['2026-12-04', 'dnes', false],
    ['2026-12-07', 'po termínu 3 dny', true],
  ])('while it is open it is the turn of the office (%s: due %s)', (today, relative, overdue) => {
    const told = situation({ case: worked, officer: jana, dueOn, today: Temporal.PlainDate.from(today) });
    expect(told.whoseTurn).toEqual({ who: 'office', text: 'Úřad – vy teď nemusíte nic dělat.' });
    expect(told.until).toMatchObject({ dueOn, overdue });
    expect(plain(told.until?.text)).toBe('pátek 4. prosince 2026');
    expect(plain(told.until?.relative)).toBe(relative);
  });

  test('an overdue case says so in its sentence', () => {
    const today = Temporal.PlainDate.from('2026-12-05');
    expect(plain(situation({ case: worked, officer: jana, dueOn, today }).sentence)).toBe(
      'Podání právě vyřizuje Jana Nováková. Lhůta pro vyřízení uplynula 4. prosince 2026.',
    );
  });

  test.each([decided, closed])(
    'when it is $state nobody has to do anything, and the due day is no longer told',
    snapshot => {
      const today = Temporal.PlainDate.from('2027-01-05');
      expect(situation({ case: snapshot, officer: jana, dueOn, today })).toMatchObject({
        whoseTurn: { who: 'nobody', text: 'Nikdo – podání je vyřízené.' },
        until: null,
      });
    },
  );
});

function plain(text = ''): string {
  return text.replaceAll('\u00a0', ' ');
}
