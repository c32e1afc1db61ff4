import { describe, expect, test } from 'vitest';
import type { Officer } from '../../../src/core/actor.ts';
import type { Action } from '../../../src/core/case/actions.ts';
import type { CaseEvent } from '../../../src/core/case/events.ts';
import { file, transition } from '../../../src/core/case/lifecycle.ts';
import type { CaseSnapshot } from '../../../src/core/case/snapshot.ts';
import { type TimelineEntry, timeline } from '../../../src/core/case/timeline.ts';
import * as people from './people.ts';

const { clerk, colleague, head, builder, building, registrar, takeOver, decide, close, assignTo, moveOn } = people;
describe('the timeline of a case', () => {
  test('a new case: what happened, that it waits, and what is still to come', () => {
    expect(told([])).toEqual([
      'done 2026-11-22: Podání jsme přijali | Vyřídí ho Odbor dopravy.',
      'now: Čeká na převzetí',
      'ahead: Kontrola podání | Odbor dopravy, plánujeme 3 dny',
      'ahead: Posouzení žádosti | Odbor dopravy, plánujeme 15 dní',
      'ahead: Vydání rozhodnutí | Plánujeme 1 den',
      'ahead: Konec lhůty pro vyřízení | úterý 22. prosince 2026, za 30 dní',
    ]);
  });

  test('taken over: the first step of the plan goes on', () => {
    expect(told([[takeOver, clerk]]).slice(1)).toEqual([
      'done 2026-11-22: Podání jsme převzali | Má ho Jana Nováková.',
      'now: Kontrola podání | Odbor dopravy, plánujeme 3 dny',
      'ahead: Posouzení žádosti | Odbor dopravy, plánujeme 15 dní',
      'ahead: Vydání rozhodnutí | Plánujeme 1 den',
      'ahead: Konec lhůty pro vyřízení | úterý 22. prosince 2026, za 30 dní',
    ]);
  });

  test('the second step goes on once the case has moved on to it', () => {
    expect(
      told([
        [takeOver, clerk],
        [moveOn('assess'), clerk],
      ]).slice(2, 5),
    ).toEqual([
      'done 2026-11-22: Další krok: Posouzení žádosti',
      'now: Posouzení žádosti | Odbor dopravy, plánujeme 15 dní',
      'ahead: Vydání rozhodnutí | Plánujeme 1 den',
    ]);
  });

  test('the whole history of hands, and why', () => {
    const lines = told([
      [assignTo(clerk), head],
      [assignTo(builder, building), registrar],
      [takeOver, builder],
      [assignTo(null, building), builder],
      [assignTo(null), registrar],
      [takeOver, clerk],
      [takeOver, colleague],
    ]);
    expect(lines.slice(1, 8)).toEqual([
      'done 2026-11-22: Podání jsme přidělili úředníkovi | Má ho Jana Nováková, Odbor dopravy. Důvod: zástup',
      'done 2026-11-22: Podání jsme předali jinému odboru | Má ho Ivo Zedník, Stavební odbor. Důvod: zástup',
      'done 2026-11-22: Podání jsme převzali | Má ho Ivo Zedník.',
      'done 2026-11-22: Podání čeká na jiného úředníka | Vyřídí ho Stavební odbor. Důvod: zástup',
      'done 2026-11-22: Podání jsme předali jinému odboru | Vyřídí ho Odbor dopravy. Důvod: zástup',
      'done 2026-11-22: Podání jsme převzali | Má ho Jana Nováková.',
      'done 2026-11-22: Podání převzal jiný úředník | Má ho Petr Dvořák.',
    ]);
  });

  test('decided and closed: nothing more is to come, and the explanation is there', () => {
    const note: Action = { ...close, note: 'interní' };
    expect(
      told([
        [takeOver, clerk],
        [decide, clerk],
        [note, clerk],
      ]).slice(2),
    ).toEqual(['done 2026-11-22: Zamítnuto | Chybí souhlas vlastníka.', 'done 2026-11-22: Případ jsme uzavřeli']);
  });

  test('past the due day it says so before what goes on', () => {
    expect(told([[takeOver, clerk]], '2026-12-25').slice(2, 4)).toEqual([
      'done: Lhůta pro vyřízení uplynula | úterý 22. prosince 2026, po termínu 3 dny',
      'now: Kontrola podání | Odbor dopravy, plánujeme 3 dny',
    ]);
  });

  test('waiting for the applicant: that goes on, no due day is told, and the plan is still to come', () => {
    expect(
      told([
        [takeOver, clerk],
        [people.requestSupplement, clerk],
      ]).slice(2, 5),
    ).toEqual([
      'done 2026-11-22: Požádali jsme vás o doplnění | Místo: Chybí číslo domu. Doplňte to do 10. prosince 2026. Když nic nedoplníte, řízení zastavíme.',
      'now: Čekáme na vaše doplnění | Poslední den je čtvrtek 10. prosince 2026.',
      'ahead: Kontrola podání | Odbor dopravy, plánujeme 3 dny',
    ]);
  });
});

/** Plays the actions on a new case and tells its timeline, a line an entry. */
function told(life: [Action, Officer][], today = '2026-11-22'): string[] {
  const begun = file(people.filing);
  let current: CaseSnapshot = begun.case;
  const events: CaseEvent[] = begun.events;
  for (const [action, actor] of life) {
    const result = transition(current, action, actor, people.now);
    if (!result.ok) throw new Error(result.refusal.code);
    current = result.case;
    events.push(...result.events);
  }
  return timeline({
    events,
    case: current,
    departmentNames: { doprava: 'Odbor dopravy' },
    today: Temporal.PlainDate.from(today),
  }).map(line);
}

function line({ at, title, detail, status }: TimelineEntry): string {
  const when = at ? ` ${at.toString().slice(0, 10)}` : '';
  return `${status}${when}: ${title}${detail ? ` | ${detail}` : ''}`.replaceAll('\u00a0', ' ');
}
