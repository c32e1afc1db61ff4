import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/core/actor.ts';
import type { Action } from '../../../src/core/case/actions.ts';
import { dueOn } from '../../../src/core/case/clock.ts';
import { confirmableUntil, confirmationWays } from '../../../src/core/case/confirmation.ts';
import { eventWords } from '../../../src/core/case/event-words.ts';
import { allowedActions, file, transition } from '../../../src/core/case/lifecycle.ts';
import { ownDays, waitingAfter } from '../../../src/core/case/own-days.ts';
import type { RefusalCode } from '../../../src/core/case/refusals.ts';
import { situation } from '../../../src/core/case/situation.ts';
import type { CaseSnapshot } from '../../../src/core/case/snapshot.ts';
import { timeline } from '../../../src/core/case/timeline.ts';
import * as people from './people.ts';

const { administrator, builder, citizen, clerk, deputy, guest, head, headAbove, registrar, system } = people;
const { aCase, confirm, confirmOnPaper, lapse, lapsed, now, today, unconfirmed } = people;

const day = (text: string) => Temporal.PlainDate.from(text);
const morningOf = (text: string) => Temporal.Instant.from(`${text}T08:00:00Z`);

test.each([
  ['2026-11-22', '2026-11-27', 'Sunday: the day of filing does not count'],
  ['2026-11-18', '2026-11-23', 'Wednesday to Monday: days are calendar ones'],
  ['2026-11-23', '2026-11-30', 'the fifth day is a Saturday'],
  ['2026-11-24', '2026-11-30', 'the fifth day is a Sunday'],
  ['2026-11-12', '2026-11-18', 'the fifth day is 17 November'],
  ['2026-12-18', '2026-12-23', 'the day before Christmas Eve'],
  ['2026-12-19', '2026-12-28', 'the fifth day is Christmas Eve, and a Sunday follows the holidays'],
  ['2026-12-27', '2027-01-04', 'New Year is a holiday and a weekend follows'],
  ['2027-03-21', '2027-03-30', 'Good Friday to Easter Monday'],
])('what is filed on %s can be confirmed until %s (%s)', (filedOn, until) => {
  expect(confirmableUntil(day(filedOn)).toString()).toBe(until);
});

describe('a filing that has to be confirmed', () => {
  const filing = { ...people.filing, officer: { id: 'jana' }, confirmUntil: day('2026-11-27') };

  test('begins as nobody\u2019s work, with the period of the day it was filed', () => {
    const { case: begun, events } = file(filing);
    expect(begun).toMatchObject({ state: 'unconfirmed', officerId: null, version: 1 });
    expect(dueOn(begun.clock).toString()).toBe('2026-12-22');
    expect(events[0].data).toMatchObject({ confirmUntil: '2026-11-27' });
  });

  test('lets the office do nothing but write, and write down that it was confirmed', () => {
    expect(allowedActions(unconfirmed, clerk).sort()).toEqual(['confirm', 'write']);
    expect(allowedActions(unconfirmed, head).sort()).toEqual(['confirm', 'write']);
    expect(allowedActions(unconfirmed, registrar)).toEqual(['confirm']);
    expect(allowedActions(unconfirmed, citizen).sort()).toEqual(['confirm', 'requestInspection', 'withdraw', 'write']);
  });

  test.each<[string, CaseSnapshot, Action, Actor]>([
    ['its applicant confirms it here', unconfirmed, confirm, citizen],
    ['by a code', unconfirmed, { ...confirm, way: 'mailCode' }, citizen],
    ['a guest whose filing it is', aCase({ ...unconfirmed, applicantId: null }), confirm, guest],
    [
      'whoever signed in to confirm what they filed as a guest',
      aCase({ ...unconfirmed, applicantId: null }),
      confirm,
      citizen,
    ],
    [
      'an officer in their own matter, as anybody',
      aCase({ ...unconfirmed, applicantId: clerk.accountId }),
      confirm,
      clerk,
    ],
    ['a clerk writes down that a paper came', unconfirmed, confirmOnPaper, clerk],
    ['or a message of a data box', unconfirmed, { ...confirm, way: 'dataBox' }, head],
    ['or that they came to the registry', unconfirmed, { ...confirm, way: 'inPerson' }, registrar],
    ['the head of the department above', unconfirmed, confirmOnPaper, headAbove],
  ])('counts when %s', (_how, snapshot, action, actor) => {
    const result = transition(snapshot, action, actor, now);
    if (!result.ok) throw new Error(result.refusal.code);
    expect(result.case).toMatchObject({ state: 'filed', officerId: null, confirmUntil: snapshot.confirmUntil });
    expect(result.case.clock).toEqual(snapshot.clock);
    expect(result.events.map(({ type }) => type)).toEqual(['confirmed']);
  });

  test('goes to the officer its rule gives it', () => {
    const result = transition(unconfirmed, { ...confirm, officer: { id: 'jana' } }, citizen, now);
    expect(result.ok && result.case.officerId).toBe('jana');
  });

  test.each<[string, CaseSnapshot, Action, Actor, RefusalCode]>([
    ['twice', aCase({ confirmUntil: unconfirmed.confirmUntil }), confirm, citizen, 'wrongState'],
    ['what was never to be confirmed', aCase(), confirm, citizen, 'wrongState'],
    ['by somebody else', aCase({ ...unconfirmed, applicantId: 'somebody' }), confirm, citizen, 'notAllowed'],
    ['by a clerk of another department', unconfirmed, confirmOnPaper, builder, 'notAllowed'],
    ['by whoever works no cases', unconfirmed, confirmOnPaper, administrator, 'notAllowed'],
    ['by the deputy of nobody', unconfirmed, confirmOnPaper, deputy, 'notAllowed'],
    ['by the applicant in a way the office writes down', unconfirmed, confirmOnPaper, citizen, 'wayOfOthers'],
    ['by an officer in a way of the applicant', unconfirmed, confirm, clerk, 'wayOfOthers'],
    [
      'an officer writing it down in their own matter',
      aCase({ ...unconfirmed, applicantId: clerk.accountId }),
      confirmOnPaper,
      clerk,
      'wayOfOthers',
    ],
    [
      'by the applicant as of another day',
      unconfirmed,
      { ...confirm, on: today.subtract({ days: 1 }) },
      citizen,
      'wayOfOthers',
    ],
    ['what came tomorrow', unconfirmed, { ...confirmOnPaper, on: today.add({ days: 1 }) }, clerk, 'confirmedInFuture'],
  ])('is not confirmed %s', (_how, snapshot, action, actor, code) => {
    const result = transition(snapshot, action, actor, now);
    expect(result.ok ? 'confirmed' : result.refusal.code).toBe(code);
  });

  test.each<[string, string, RefusalCode | null]>([
    ['2026-11-27', 'on the last day', null],
    ['2026-11-28', 'a day late', 'confirmedTooLate'],
  ])('by its applicant on %s, %s', (date, _when, code) => {
    const result = transition(unconfirmed, { ...confirm, on: day(date) }, citizen, morningOf(date));
    expect(result.ok ? null : result.refusal.code).toBe(code);
  });

  test.each<[CaseSnapshot, string, RefusalCode | null]>([
    [unconfirmed, '2026-11-27', null],
    [lapsed, '2026-11-27', null],
    [lapsed, '2026-11-28', 'confirmedTooLate'],
  ])('what came in time counts though it is written down later: $state, %s', (snapshot, date, code) => {
    const result = transition(snapshot, { ...confirmOnPaper, on: day(date) }, clerk, morningOf('2026-12-01'));
    expect(result.ok ? null : result.refusal.code).toBe(code);
  });

  test('is not revived by its applicant once it has lapsed', () => {
    const result = transition(lapsed, { ...confirm, on: day('2026-11-30') }, citizen, morningOf('2026-11-30'));
    expect(result.ok ? null : result.refusal.code).toBe('confirmedTooLate');
  });
});

describe('what nobody confirms', () => {
  test.each<[string, Actor, RefusalCode | null]>([
    ['2026-11-27', system, 'isDueToConfirm'],
    ['2026-11-28', system, null],
    ['2026-11-28', clerk, 'notAllowed'],
    ['2026-11-28', citizen, 'notAllowed'],
  ])('lapses the day after: %s by $kind', (date, actor, code) => {
    const result = transition(unconfirmed, lapse, actor, morningOf(date));
    expect(result.ok ? null : result.refusal.code).toBe(code);
    if (result.ok) expect(result.case.state).toBe('lapsed');
  });

  test('does not lapse once it is confirmed, nor twice', () => {
    for (const snapshot of [aCase({ confirmUntil: unconfirmed.confirmUntil }), lapsed]) {
      expect(transition(snapshot, lapse, system, morningOf('2026-12-01')).ok).toBe(false);
    }
  });

  test('is put away by a clerk', () => {
    expect(transition(lapsed, people.close, clerk, now).ok).toBe(true);
  });

  test('took the office no days, nor did the waiting', () => {
    const waiting = waitingAfter({ waitedDays: 0, since: null }, 'unconfirmed', today);
    expect(ownDays({ filedOn: today, waiting }, today.add({ days: 5 }))).toBe(0);
  });
});

describe('what the applicant reads', () => {
  test('while it waits: that it does, until when, and what for', () => {
    const told = situation({ case: unconfirmed, officer: null, today });
    expect(told.sentence).toBe('Podání jsme přijali. Platit začne, až ho potvrdíte.');
    expect(told.whoseTurn).toMatchObject({ who: 'applicant', note: 'Potvrďte, že je podání vaše. Jinak neplatí.' });
    expect(told.until?.dueOn.toString()).toBe('2026-11-27');
    const entries = timeline({ events: [], case: unconfirmed, departmentNames: {}, today });
    expect(entries[0]).toMatchObject({
      title: 'Čekáme na\u00a0vaše potvrzení',
      detail: 'Poslední den je pátek 27.\u00a0listopadu 2026.',
      status: 'now',
    });
  });

  test('when it lapsed: that it does not count, and what to do', () => {
    const told = situation({ case: lapsed, officer: null, today });
    expect(told.sentence).toBe('Podání nikdo včas nepotvrdil, takže neplatí.');
    expect(told.whoseTurn.note).toBe('Pokud o\u00a0věc stojíte, podejte ji znovu.');
    const words = eventWords({
      ...{ type: 'lapsed', at: '2026-11-28T02:00:00.000Z', actor: { kind: 'system' } },
      data: { until: '2026-11-27' },
    });
    expect(words?.detail).toBe(
      'Potvrdit šlo do\u00a027.\u00a0listopadu 2026. Pokud ho chcete podat, podejte ho prosím znovu.',
    );
  });

  test.each(confirmationWays)('how it was confirmed: %s', way => {
    const data = { way, on: '2026-11-23', sha256: confirm.sha256, officer: null, dueOn: '2026-12-22' };
    const words = eventWords({ type: 'confirmed', at: '2026-11-23T08:00:00.000Z', actor: { kind: 'system' }, data });
    expect(words?.title).toMatch(
      /^Podání je potvrzené (přihlášením|kódem|osobně|datovou schránkou|podepsanou listinou)/,
    );
  });
});
