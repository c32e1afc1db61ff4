import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/core/actor.ts';
import type { Action, ActionType } from '../../../src/core/case/actions.ts';
import { caseEventSchema } from '../../../src/core/case/events.ts';
import { allowedActions, file, transition } from '../../../src/core/case/lifecycle.ts';
import type { RefusalCode } from '../../../src/core/case/refusals.ts';
import type { CaseSnapshot } from '../../../src/core/case/snapshot.ts';
import {
  aCase,
  administrator,
  assignTo,
  builder,
  building,
  citizen,
  clerk,
  close,
  closed,
  colleague,
  decide,
  decided,
  guest,
  head,
  held,
  now,
  registrar,
  start,
  system,
  takeOver,
  transport,
  worked,
} from './people.ts';

const filed = aCase();
const ofBuilding = { ...filed, departmentId: building.id };

describe('filing', () => {
  test('begins a case that waits in the department of its agenda', () => {
    const dueOn = Temporal.PlainDate.from('2026-12-22');
    const { case: begun, events } = file({ department: transport, dueOn, actor: citizen, now });
    expect(begun).toEqual({ state: 'filed', departmentId: 'transport', officerId: null, outcome: null, version: 1 });
    expect(events).toEqual([
      {
        type: 'filed',
        at: '2026-11-22T13:03:27.123Z',
        actor: { kind: 'citizen', accountId: 'karel' },
        data: { department: transport, dueOn: '2026-12-22' },
      },
    ]);
  });

  test.each([guest, citizen, clerk, system])('by $kind leaves an event that reads back', actor => {
    const { events } = file({ department: transport, dueOn: Temporal.PlainDate.from('2026-12-22'), actor, now });
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
    ['a colleague takes over work that goes on', worked, takeOver, colleague, { officerId: 'petr' }],
    [
      'whoever a case is assigned to takes it over',
      aCase({ officerId: 'ivo' }),
      takeOver,
      builder,
      { state: 'takenOver', officerId: 'ivo' },
    ],
    ['the head assigns a case; it still waits to be taken over', filed, assignTo(clerk), head, { officerId: 'jana' }],
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
  ])('%s', (_promise, snapshot, action, actor, changes) => {
    const before = structuredClone(snapshot);
    const result = transition(snapshot, action, actor, now);
    expect(result).toMatchObject({ ok: true, case: { ...snapshot, ...changes, version: snapshot.version + 1 } });
    expect(snapshot).toEqual(before);
  });
});

describe('what is refused', () => {
  test.each<[string, CaseSnapshot, Action, Actor, RefusalCode]>([
    ['a guest changes nothing', filed, takeOver, guest, 'notAllowed'],
    ['a citizen changes nothing', decided, close, citizen, 'notAllowed'],
    ['the portal itself changes nothing', filed, takeOver, system, 'notAllowed'],
    ['a clerk of another department', filed, takeOver, builder, 'notAllowed'],
    ['a clerk of another department learns nothing of the state either', closed, takeOver, builder, 'notAllowed'],
    ['an administrator of agendas', filed, takeOver, administrator, 'notAllowed'],
    ['the registry only routes', filed, takeOver, registrar, 'notAllowed'],
    ['the registry does not decide', worked, decide, registrar, 'notAllowed'],
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

describe('the buttons', () => {
  test.each<[string, CaseSnapshot, Actor, ActionType[]]>([
    ['a new case for a clerk', filed, clerk, ['assign', 'takeOver']],
    ['a new case for the head', filed, head, ['assign', 'takeOver']],
    ['a new case for the registry', filed, registrar, ['assign']],
    ['a held case for its holder', held, clerk, ['assign', 'start', 'decide']],
    ['a held case for a colleague', held, colleague, ['assign', 'takeOver', 'start', 'decide']],
    ['a case in progress for its holder', worked, clerk, ['assign', 'decide']],
    ['a decided case for its holder', decided, clerk, ['close']],
    ['a decided case for the registry', decided, registrar, []],
    ['a closed case', closed, clerk, []],
    ['a case of another department', filed, builder, []],
    ['a case for a citizen', filed, citizen, []],
  ])('%s', (_promise, snapshot, actor, expected) => {
    expect(allowedActions(snapshot, actor)).toEqual(expected);
  });
});
