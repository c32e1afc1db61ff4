import { describe, expect, test } from 'vitest';
import { situation } from '../../../src/core/case/situation.ts';
import type { CaseSnapshot } from '../../../src/core/case/snapshot.ts';
import { aCase, appealed, awaiting, closed, decided, held, suspended, worked } from './people.ts';

/** The cases of these tables are due on 22 December. */
const dueOn = Temporal.PlainDate.from('2026-12-22');
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
    [awaiting, jana, 'Čekáme, až podání doplníte.'],
    [suspended, jana, 'Řízení je přerušené.'],
    [appealed, jana, 'Rozhodli jsme a vy jste se odvolali.'],
    [aCase({ state: 'forwarded' }), null, 'Podání jsme postoupili jinému úřadu, vyřídí ho on.'],
    [aCase({ state: 'withdrawn' }), null, 'Podání jste vzali zpět.'],
    [aCase({ state: 'discontinued' }), null, 'Řízení jsme zastavili.'],
    [aCase({ state: 'shelved' }), null, 'Podání jsme odložili.'],
    [aCase({ state: 'closed' }), null, 'Případ je uzavřený.'],
    [closed, jana, 'Podání je vyřízené, vyhověli jsme mu. Případ je uzavřený.'],
  ])('%j of %j: %s', (snapshot, officer, sentence) => {
    const { sentence: told } = situation({ case: snapshot, officer, today: dueOn });
    expect(plain(told)).toBe(sentence);
  });

  test.each([
    ['2026-12-17', 'za 5 dní', false],
    ['2026-12-21', 'zítra', false],
    ['2026-12-22', 'dnes', false],
    ['2026-12-25', 'po termínu 3 dny', true],
  ])('while it is open it is the turn of the office (%s: due %s)', (today, relative, overdue) => {
    const told = situation({ case: worked, officer: jana, today: Temporal.PlainDate.from(today) });
    expect(told.whoseTurn).toEqual({ who: 'office', name: 'Úřad', note: 'Vy teď nemusíte nic dělat.' });
    expect(told.until).toMatchObject({ overdue });
    expect(told.until?.dueOn.toString()).toBe('2026-12-22');
    expect(plain(told.until?.text)).toBe('úterý 22. prosince 2026');
    expect(plain(told.until?.relative)).toBe(relative);
  });

  test('an overdue case says so in its sentence', () => {
    const today = Temporal.PlainDate.from('2026-12-23');
    expect(plain(situation({ case: worked, officer: jana, today }).sentence)).toBe(
      'Podání právě vyřizuje Jana Nováková. Lhůta pro vyřízení uplynula 22. prosince 2026.',
    );
  });

  test('while the applicant has to mend the filing it is their turn, until the deadline they were given', () => {
    const told = situation({ case: awaiting, officer: jana, today: Temporal.PlainDate.from('2026-12-09') });
    expect(told.whoseTurn.who).toBe('applicant');
    expect(told.until?.dueOn.toString()).toBe('2026-12-10');
    expect(told.until?.relative).toBe('zítra');
  });

  test('while the period stands still it is nobody’s turn and nothing is due', () => {
    const told = situation({ case: suspended, officer: jana, today: Temporal.PlainDate.from('2027-03-09') });
    expect(told.whoseTurn.who).toBe('nobody');
    expect(told.until).toBeNull();
  });

  test('after an appeal it is the turn of the office', () => {
    const told = situation({ case: appealed, officer: jana, today: dueOn });
    expect(told.whoseTurn.who).toBe('office');
  });

  test.each([decided, closed])(
    'when it is $state nobody has to do anything, and the due day is no longer told',
    snapshot => {
      const today = Temporal.PlainDate.from('2027-01-05');
      expect(situation({ case: snapshot, officer: jana, today })).toMatchObject({
        whoseTurn: { who: 'nobody', name: 'Nikdo', note: 'Podání je vyřízené.' },
        until: null,
      });
    },
  );
});

function plain(text = ''): string {
  return text.replaceAll('\u00a0', ' ');
}
