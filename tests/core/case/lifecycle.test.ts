import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/core/actor.ts';
import type { Action, ActionType } from '../../../src/core/case/actions.ts';
import { caseEventSchema } from '../../../src/core/case/events.ts';
import { allowedActions, file, transition } from '../../../src/core/case/lifecycle.ts';
import { startClock } from '../../../src/core/case/clock.ts';
import type { RefusalCode } from '../../../src/core/case/refusals.ts';
import type { CaseSnapshot } from '../../../src/core/case/snapshot.ts';
import * as people from './people.ts';
import { dueOn } from '../../../src/core/case/clock.ts';

const { aCase, assignTo, building, transport, moveOn } = people;
const { administrator, builder, citizen, clerk, colleague, deputy, guest, head, headAbove, registrar, system } = people;
const { appealed, awaiting, closed, decided, held, now, suspended, worked } = people;
const { appeal, close, decide, declareBias, discontinue, extend, forward, requestSupplement } = people;
const { resume, returnCase, serve, shelve, start, supplement, supplementMissed, suspend, takeOver, uphold, withdraw } =
  people;

const filed = aCase();
const ofBuilding = { ...filed, departmentId: building.id };

describe('filing', () => {
  test('begins a case that waits in the department of its agenda, at the first step of the plan', () => {
    const { case: begun, events } = file(people.filing);
    expect({ ...begun, clock: dueOn(begun.clock).toString() }).toEqual({ ...aCase(), clock: '2026-12-22' });
    expect(events).toEqual([
      {
        type: 'filed',
        at: '2026-11-22T13:03:27.123Z',
        actor: { kind: 'citizen', accountId: 'karel' },
        data: { department: transport, dueOn: '2026-12-22' },
      },
    ]);
  });

  test('goes to an officer where the agenda has a rule for it, and still waits to be taken over', () => {
    expect(file({ ...people.filing, officer: { id: 'jana' } }).case).toMatchObject({
      state: 'filed',
      officerId: 'jana',
    });
  });

  test.each([guest, citizen, clerk, system])('by $kind leaves an event that reads back', actor => {
    const { events } = file({ ...people.filing, actor });
    expect(events.map(event => caseEventSchema.parse(JSON.parse(JSON.stringify(event))))).toEqual(events);
  });
});

describe('what is done', () => {
  test.each<[string, CaseSnapshot, Action, Actor, Partial<CaseSnapshot>]>([
    ['a clerk takes over a case of the department', filed, takeOver, clerk, { state: 'takenOver', officerId: 'jana' }],
    ['the head takes one over as well', filed, takeOver, head, { state: 'takenOver', officerId: 'eva' }],
    [
      'a clerk takes over what was assigned to a colleague',
      aCase({ officerId: 'petr' }),
      takeOver,
      clerk,
      { state: 'takenOver', officerId: 'jana' },
    ],
    [
      'the deputy takes over in the place of the absent officer',
      aCase({ officerId: 'jana' }),
      takeOver,
      deputy,
      { state: 'takenOver', officerId: 'jana' },
    ],
    ['the deputy takes over for good what is worked on', worked, takeOver, deputy, { officerId: 'dana' }],
    [
      'the portal passes on what somebody who left had',
      worked,
      people.assignTo(colleague),
      system,
      { state: 'inProgress', officerId: 'petr' },
    ],
    ['a colleague takes over work that goes on', worked, takeOver, colleague, { officerId: 'petr' }],
    [
      'whoever a case is assigned to takes it over',
      aCase({ officerId: 'ivo' }),
      takeOver,
      builder,
      { state: 'takenOver', officerId: 'ivo' },
    ],
    ['the head assigns a case; it still waits to be taken over', filed, assignTo(clerk), head, { officerId: 'jana' }],
    ['the head above assigns a case of a unit', filed, assignTo(clerk), headAbove, { officerId: 'jana' }],
    ['the head assigns work that goes on; it goes on', worked, assignTo(colleague), head, { officerId: 'petr' }],
    ['the holder hands the case over to a colleague', held, assignTo(colleague), clerk, { officerId: 'petr' }],
    ['a clerk passes on what a colleague holds', held, assignTo(colleague), colleague, { officerId: 'petr' }],
    [
      'the holder returns the case to the department',
      worked,
      assignTo(null),
      clerk,
      { state: 'filed', officerId: null },
    ],
    [
      'the registry moves a case of any department',
      filed,
      assignTo(null, building),
      registrar,
      { departmentId: 'building' },
    ],
    [
      'the registry moves it to an officer',
      worked,
      assignTo(builder, building),
      registrar,
      { departmentId: 'building', officerId: 'ivo' },
    ],
    [
      'a case moved from one officer to a department waits',
      worked,
      assignTo(null, building),
      registrar,
      { state: 'filed', departmentId: 'building', officerId: null },
    ],
    ['the holder starts', held, start, clerk, { state: 'inProgress' }],
    ['the holder decides', worked, decide, clerk, { state: 'decided', outcome: 'refused' }],
    ['what is simple is decided at once', held, decide, clerk, { state: 'decided', outcome: 'refused' }],
    ['a colleague decides for the holder', worked, decide, colleague, { state: 'decided', outcome: 'refused' }],
    ['a decided case is closed', decided, close, clerk, { state: 'closed' }],
    ['the deputy decides for the absent holder', worked, decide, deputy, { state: 'decided', outcome: 'refused' }],
    [
      'the next step of the plan goes on in the same hands',
      held,
      moveOn('assess'),
      clerk,
      { state: 'inProgress', step: 'assess' },
    ],
    [
      'a step of another department waits there to be taken over',
      aCase({ ...worked, step: 'assess' }),
      moveOn('decide', building),
      clerk,
      { state: 'filed', step: 'decide', departmentId: 'building', officerId: null },
    ],
    [
      'a step is skipped with a reason',
      worked,
      { ...moveOn('decide', building), reason: 'Je to jasné.' },
      clerk,
      { state: 'filed', officerId: null, step: 'decide', departmentId: 'building' },
    ],
    [
      'a step is gone back to with a reason',
      aCase({ ...worked, step: 'assess' }),
      { ...moveOn('check'), reason: 'Chybí plánek.' },
      clerk,
      { step: 'check' },
    ],
    [
      'who is biased gives the case up',
      worked,
      declareBias,
      clerk,
      { state: 'filed', officerId: null, biased: ['jana'] },
    ],
    [
      'who is biased leaves a colleague’s case alone',
      aCase({ ...worked, officerId: 'petr' }),
      declareBias,
      clerk,
      { state: 'inProgress', officerId: 'petr', biased: ['jana'] },
    ],
    ['the applicant mends the filing', awaiting, supplement, citizen, { state: 'inProgress', awaitingUntil: null }],
    [
      'an officer goes on without waiting any longer',
      awaiting,
      resume,
      clerk,
      { state: 'inProgress', awaitingUntil: null },
    ],
    ['what was suspended goes on', suspended, resume, clerk, { state: 'inProgress' }],
    [
      'what nobody has goes on waiting to be taken over',
      aCase({ ...suspended, officerId: null }),
      resume,
      head,
      { state: 'filed' },
    ],
    [
      'a case that waits for the applicant stays so with another officer',
      awaiting,
      assignTo(colleague),
      head,
      { state: 'awaitingApplicant', officerId: 'petr' },
    ],
    [
      'a case that waits for the applicant is taken over as it is',
      awaiting,
      takeOver,
      colleague,
      { state: 'awaitingApplicant', officerId: 'petr' },
    ],
    ['the applicant withdraws', worked, withdraw, citizen, { state: 'withdrawn' }],
    [
      'the applicant withdraws while asked to mend the filing',
      awaiting,
      withdraw,
      citizen,
      { state: 'withdrawn', awaitingUntil: null },
    ],
    [
      'a guest withdraws what was filed without an account',
      aCase({ applicantId: null }),
      withdraw,
      guest,
      { state: 'withdrawn' },
    ],
    ['the registry forwards what is not for this office', filed, forward, registrar, { state: 'forwarded' }],
    ['an officer discontinues', awaiting, discontinue, clerk, { state: 'discontinued', awaitingUntil: null }],
    ['an officer shelves', worked, shelve, clerk, { state: 'shelved' }],
    ['the applicant appeals', decided, appeal, citizen, { state: 'appealed', outcome: 'granted' }],
    ['a closed case is appealed against as well', closed, appeal, citizen, { state: 'appealed' }],
    ['an appeal that failed leaves the decision', appealed, uphold, clerk, { state: 'decided', outcome: 'granted' }],
    ['a returned case is decided anew', appealed, returnCase, clerk, { state: 'inProgress', outcome: null }],
    [
      'what was withdrawn is put away',
      aCase({ ...worked, state: 'withdrawn' }),
      close,
      clerk,
      { state: 'closed', outcome: null },
    ],
  ])('%s', (_promise, snapshot, action, actor, changes) => {
    const before = JSON.stringify(snapshot);
    const result = transition(snapshot, action, actor, now);
    expect(result).toMatchObject({ ok: true, case: { ...changes, version: snapshot.version + 1 } });
    const touched = Object.keys({ ...changes, version: 0, clock: 0 });
    expect(result.ok && without(result.case, touched)).toEqual(without(snapshot, touched));
    expect(JSON.stringify(snapshot)).toBe(before);
  });
});

describe('what is refused', () => {
  test.each<[string, CaseSnapshot, Action, Actor, RefusalCode]>([
    ['a guest changes nothing of a filing with an account', filed, withdraw, guest, 'notAllowed'],
    ['another citizen', filed, withdraw, { ...citizen, accountId: 'zuzana' }, 'notAllowed'],
    ['an officer in their own matter', aCase({ applicantId: clerk.accountId }), takeOver, clerk, 'notAllowed'],
    ['an officer who declared bias', aCase({ biased: ['jana'] }), takeOver, clerk, 'notAllowed'],
    ['the deputy of somebody else', aCase({ ...worked, officerId: 'petr' }), decide, deputy, 'notAllowed'],
    ['a citizen changes nothing', decided, close, citizen, 'notAllowed'],
    ['the portal itself changes nothing', filed, takeOver, system, 'notAllowed'],
    ['a clerk of another department', filed, takeOver, builder, 'notAllowed'],
    ['a clerk of another department learns nothing of the state either', closed, takeOver, builder, 'notAllowed'],
    ['an administrator of agendas', filed, takeOver, administrator, 'notAllowed'],
    ['the registry only routes', filed, takeOver, registrar, 'notAllowed'],
    ['the registry does not decide', worked, decide, registrar, 'notAllowed'],
    ['a clerk of the department above', filed, takeOver, { ...clerk, departmentId: 'city' }, 'notAllowed'],
    ['the head of a unit', aCase({ departmentId: 'city' }), assignTo(clerk), head, 'notAllowed'],
    ['the head above other units', ofBuilding, assignTo(clerk), headAbove, 'notAllowed'],
    ['the head of another department', ofBuilding, assignTo(clerk), head, 'notAllowed'],
    ['a holder who is no clerk any more', worked, decide, { ...clerk, roles: [] }, 'notAllowed'],
    ['starting what nobody has taken over', filed, start, clerk, 'wrongState'],
    ['starting twice', worked, start, clerk, 'wrongState'],
    ['deciding what nobody has taken over', filed, decide, clerk, 'wrongState'],
    ['closing what is not decided', worked, close, clerk, 'wrongState'],
    ['taking over a decided case', decided, takeOver, colleague, 'alreadyDecided'],
    ['assigning a decided case', decided, assignTo(colleague), registrar, 'alreadyDecided'],
    ['deciding twice', decided, decide, clerk, 'alreadyDecided'],
    ['starting a closed case', closed, start, clerk, 'alreadyDecided'],
    ['closing twice', closed, close, clerk, 'alreadyDecided'],
    ['taking over what one has', held, takeOver, clerk, 'nothingChanges'],
    ['assigning to who has it', held, assignTo(clerk), head, 'nothingChanges'],
    ['returning what nobody has', filed, assignTo(null), head, 'nothingChanges'],
    ['assigning without a reason', held, { ...assignTo(colleague), reason: ' \n' }, head, 'reasonMissing'],
    ['assigning to an officer of another department', held, assignTo(builder), head, 'officerOfAnotherDepartment'],
    ['assigning to who is biased', aCase({ ...held, biased: ['petr'] }), assignTo(colleague), head, 'officerBiased'],
    ['moving on to a step that is not in the plan', held, moveOn('lost'), clerk, 'noSuchStep'],
    ['moving on to where it is', held, moveOn('check'), clerk, 'noSuchStep'],
    ['skipping a step without a reason', held, moveOn('decide', building), clerk, 'skipUnexplained'],
    ['going back without a reason', aCase({ ...worked, step: 'assess' }), moveOn('check'), clerk, 'skipUnexplained'],
    ['moving on while waiting for the applicant', awaiting, moveOn('assess'), clerk, 'wrongState'],
    ['bias without a reason', held, { ...declareBias, reason: '' }, clerk, 'reasonMissing'],
    ['a call to mend nothing', held, { ...requestSupplement, items: [] }, clerk, 'nothingToMend'],
    [
      'a call that does not say what is wrong',
      held,
      { ...requestSupplement, items: [{ kind: 'answer', id: 'a', label: 'A', problem: ' ' }] },
      clerk,
      'nothingToMend',
    ],
    ['a call with a deadline of today', held, { ...requestSupplement, until: people.today }, clerk, 'untilTooSoon'],
    [
      'a call that does not say what follows',
      held,
      { ...requestSupplement, consequence: '' },
      clerk,
      'consequenceMissing',
    ],
    ['a call while another one runs', awaiting, requestSupplement, clerk, 'wrongState'],
    ['suspending a complaint', ofKind('complaint'), suspend, clerk, 'mayNotStandStill'],
    ['a call that stops the period of a complaint', ofKind('complaint'), requestSupplement, clerk, 'mayNotStandStill'],
    ['mending what was not asked for', worked, supplement, citizen, 'wrongState'],
    ['the portal gives up waiting too soon', awaiting, supplementMissed, system, 'isDue'],
    ['an officer cannot say that nothing came', awaiting, supplementMissed, clerk, 'notAllowed'],
    ['a longer period for a complaint', ofKind('complaint'), extend, clerk, 'mayNotBeExtended'],
    ['a longer period by too much', worked, { ...extend, days: 31 }, clerk, 'extendedTooMuch'],
    [
      'a longer period twice over',
      aCase({ ...worked, clock: { ...worked.clock, extendedBy: 20 } }),
      { ...extend, days: 11 },
      clerk,
      'extendedTooMuch',
    ],
    ['a longer period by nothing', worked, { ...extend, days: 0 }, clerk, 'extendedTooMuch'],
    [
      'a longer period after its end',
      aCase({ ...worked, clock: startClock(people.agenda.clock, people.today.subtract({ days: 60 })) }),
      extend,
      clerk,
      'tooLateToExtend',
    ],
    [
      'a longer period while it stands still',
      aCase({ ...worked, clock: suspended.clock }),
      extend,
      clerk,
      'standsStill',
    ],
    [
      'serving what was settled without a decision',
      aCase({ ...decided, outcome: 'settled' }),
      serve,
      clerk,
      'notServable',
    ],
    [
      'serving tomorrow',
      decided,
      { ...serve, delivery: { ...serve.delivery, sentOn: '2026-11-23' } },
      clerk,
      'servedInFuture',
    ],
    [
      'taken before it was sent',
      decided,
      { ...serve, delivery: { ...serve.delivery, takenOn: '2026-11-19' } },
      clerk,
      'takenBeforeSent',
    ],
    ['appealing before there is a decision', worked, appeal, citizen, 'wrongState'],
    ['appealing against no decision', aCase({ ...decided, outcome: 'settled' }), appeal, citizen, 'nothingChanges'],
    ['appealing twice', appealed, appeal, citizen, 'alreadyDecided'],
    ['forwarding to nobody', held, { ...forward, authority: ' ' }, clerk, 'authorityMissing'],
    ['withdrawing what is decided', decided, withdraw, citizen, 'alreadyDecided'],
    ['closing what is under appeal', appealed, close, clerk, 'alreadyDecided'],
    ['deciding without an explanation', held, { ...decide, explanation: ' ' }, clerk, 'explanationMissing'],
  ])('%s', (_promise, snapshot, action, actor, code) => {
    const result = transition(snapshot, action, actor, now);
    expect(result).toEqual({ ok: false, refusal: { code, message: expect.stringMatching(/^\p{Lu}.+\.$/u) as string } });
  });
});

describe('what the history keeps', () => {
  test.each<[CaseSnapshot, Action, object]>([
    [
      held,
      assignTo(colleague),
      {
        type: 'assigned',
        data: {
          from: { departmentId: 'transport', officerId: 'jana' },
          department: transport,
          officer: { id: 'petr', name: 'Petr Dvořák', phone: '+420 495 707 111', email: 'petr@example.cz' },
          reason: 'zástup',
        },
      },
    ],
    [
      filed,
      takeOver,
      { type: 'takenOver', data: { from: { officerId: null }, officer: { id: 'jana', name: 'Jana Nováková' } } },
    ],
    [held, start, { type: 'started', data: {} }],
    [worked, decide, { type: 'decided', data: { outcome: 'refused', explanation: 'Chybí souhlas vlastníka.' } }],
    [
      held,
      moveOn('assess'),
      {
        type: 'movedOn',
        data: {
          from: { step: 'check', departmentId: 'transport' },
          step: { id: 'assess', title: 'Posouzení žádosti' },
          department: transport,
          officer: null,
          reason: null,
        },
      },
    ],
    [
      held,
      requestSupplement,
      { type: 'supplementRequested', data: { items: requestSupplement.items, until: '2026-12-10', suspends: true } },
    ],
    [worked, extend, { type: 'extended', data: { days: 30, unit: 'calendar', dueOn: '2027-01-21' } }],
    [suspended, resume, { type: 'resumed', data: { dueOn: '2026-12-23' } }],
    [decided, serve, { type: 'served', data: { deliveredOn: '2026-11-30', appealUntil: '2026-12-15' } }],
    [appealed, returnCase, { type: 'appealSettled', data: { result: 'returned', dueOn: '2026-12-22' } }],
    [decided, close, { type: 'closed', data: { note: null } }],
    [decided, { type: 'close', note: ' odesláno poštou ' }, { type: 'closed', data: { note: 'odesláno poštou' } }],
  ])('%j and %j', (snapshot, action, event) => {
    expect(transition(snapshot, action, clerk, now)).toMatchObject({
      events: [
        {
          ...event,
          at: '2026-11-22T13:03:27.123Z',
          actor: { kind: 'officer', officerId: 'jana', name: 'Jana Nováková' },
        },
      ],
    });
  });

  test('an event of an unknown shape is not read', () => {
    const event = { type: 'started', at: '2026-11-22T13:03:27.123Z', actor: { kind: 'system' }, data: {} };
    expect(caseEventSchema.safeParse(event).success).toBe(true);
    expect(caseEventSchema.safeParse({ ...event, type: 'lost' }).success).toBe(false);
    expect(caseEventSchema.safeParse({ ...event, at: 'yesterday' }).success).toBe(false);
    expect(caseEventSchema.safeParse({ ...event, data: { more: 1 } }).success).toBe(false);
  });
});

describe('the history says in whose place a deputy acted', () => {
  test('with a case of the absent colleague', () => {
    expect(transition(worked, decide, deputy, now)).toMatchObject({
      events: [{ actor: { officerId: 'dana', for: 'jana' } }],
    });
  });

  test('and not with any other', () => {
    const own = aCase({ ...worked, officerId: 'dana' });
    const result = transition(own, decide, deputy, now);
    expect(result.ok && result.events[0]?.actor).toEqual({ kind: 'officer', officerId: 'dana', name: 'Dana Zástupná' });
  });
});

describe('the clock', () => {
  const later = Temporal.Instant.from('2026-12-12T09:00Z');
  test.each<[string, CaseSnapshot, Action, Actor, string, boolean]>([
    ['runs on while the case changes hands', worked, assignTo(colleague), head, '2026-12-22', true],
    [
      'stops when the applicant is asked and it is to',
      worked,
      requestSupplementLater(true),
      clerk,
      '2026-12-22',
      false,
    ],
    ['runs on when it is not to', worked, requestSupplementLater(false), clerk, '2026-12-22', true],
    ['stops with a suspension', worked, suspend, clerk, '2026-12-22', false],
    ['goes on with the answer, with the 31 days that were left', awaiting, supplement, citizen, '2027-01-12', true],
    ['goes on when nothing came', awaiting, supplementMissed, system, '2027-01-12', true],
    [
      'of a request for information begins anew',
      ofKind('information', awaiting),
      supplement,
      citizen,
      '2026-12-28',
      true,
    ],
    ['is longer', worked, extend, clerk, '2027-01-21', true],
    ['begins anew when a case is returned', appealed, returnCase, clerk, '2027-01-11', true],
  ])('%s', (_promise, snapshot, action, actor, due, runs) => {
    const result = transition(snapshot, action, actor, later);
    if (!result.ok) throw new Error(result.refusal.code);
    expect(dueOn(result.case.clock).toString()).toBe(due);
    expect(result.case.clock.stoppedOn === null).toBe(runs);
  });
});

describe('the buttons', () => {
  const work: ActionType[] = [
    'start',
    'moveOn',
    'declareBias',
    'requestSupplement',
    'suspend',
    'extend',
    'decide',
    'issueLetter',
    'forward',
    'discontinue',
    'shelve',
    'write',
    'giveTask',
  ];

  test.each<[string, CaseSnapshot, Actor, ActionType[]]>([
    ['a new case for a clerk', filed, clerk, ['assign', 'takeOver', 'declareBias', 'forward', 'write']],
    ['a new case for the registry', filed, registrar, ['assign', 'forward']],
    ['a held case for its holder', held, clerk, ['assign', ...work]],
    ['a held case for a colleague', held, colleague, ['assign', 'takeOver', ...work]],
    [
      'a case that waits for the applicant',
      awaiting,
      clerk,
      ['assign', 'declareBias', 'resume', 'issueLetter', 'discontinue', 'shelve', 'write', 'giveTask'],
    ],
    [
      'a case that waits, for the applicant',
      awaiting,
      citizen,
      ['supplement', 'withdraw', 'requestInspection', 'write'],
    ],
    ['a decided case for its holder', decided, clerk, ['issueLetter', 'recordService', 'write', 'close']],
    ['a decided case for the registry', decided, registrar, ['recordService']],
    ['a decided case for the applicant', decided, citizen, ['appeal', 'requestInspection', 'write']],
    ['a case under appeal', appealed, clerk, ['issueLetter', 'recordService', 'settleAppeal', 'write']],
    ['a closed case', closed, clerk, ['write']],
    ['a case of another department', filed, builder, []],
    [
      'an own matter of an officer',
      aCase({ applicantId: clerk.accountId }),
      clerk,
      ['withdraw', 'requestInspection', 'write'],
    ],
  ])('%s', (_promise, snapshot, actor, expected) => {
    expect(allowedActions(snapshot, actor)).toEqual(expected);
  });
});

/** What the rest of a case is, its days as texts. */
function without(snapshot: CaseSnapshot, keys: string[]): unknown {
  return JSON.parse(JSON.stringify(snapshot, (key, value: unknown) => (keys.includes(key) ? undefined : value)));
}

function ofKind(kind: 'complaint' | 'information', snapshot = worked): CaseSnapshot {
  const days = kind === 'complaint' ? 60 : 15;
  return { ...snapshot, agenda: { ...snapshot.agenda, clock: { ...snapshot.agenda.clock, kind, days } } };
}

function requestSupplementLater(suspends: boolean): Action {
  return { ...requestSupplement, until: Temporal.PlainDate.from('2026-12-30'), suspends };
}
