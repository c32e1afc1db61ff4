import { describe, expect, test } from 'vitest';
import type { Officer } from '../../../src/core/actor.ts';
import type { Action } from '../../../src/core/case/actions.ts';
import { eventWords } from '../../../src/core/case/event-words.ts';
import { transition } from '../../../src/core/case/lifecycle.ts';
import type { RefusalCode } from '../../../src/core/case/refusals.ts';
import type { CaseSnapshot } from '../../../src/core/case/snapshot.ts';
import { mayAnswer } from '../../../src/core/case/tasks.ts';
import * as people from './people.ts';

const { aTask, answerTask, builder, building, clerk, colleague, giveTask, now, today, withdrawTask, worked } = people;
const asking: CaseSnapshot = { ...worked, tasks: [aTask] };
const asked: Officer = { ...builder, officerId: 'iva' };
const chief: Officer = { ...builder, officerId: 'hana', roles: ['head'] };
const above: Officer = { ...chief, departmentId: 'city', units: [building.id] };
const standIn: Officer = { ...clerk, departmentId: 'office', officerId: 'dana', standsInFor: ['iva'] };
const ofIva: CaseSnapshot = { ...worked, tasks: [{ ...aTask, officerId: 'iva' }] };

test.each<[string, Officer, CaseSnapshot, boolean]>([
  ['anybody of the department that is asked', builder, asking, true],
  ['its head', chief, asking, true],
  ['the head above it', above, asking, true],
  ['nobody of another department, whose case it is', clerk, asking, false],
  ['an administrator of that department', { ...builder, roles: ['agendaAdmin'] }, asking, false],
  ['the officer who is asked', asked, ofIva, true],
  ['the deputy of that officer', standIn, ofIva, true],
  ['the head of that officer', chief, ofIva, true],
  ['the head above that officer', above, ofIva, true],
  ['no colleague of that officer', builder, ofIva, false],
])('who may answer: %s', (_who, officer, { tasks }, may) => {
  expect(tasks.map(task => mayAnswer(task, officer))).toEqual([may]);
  expect(transition({ ...worked, tasks }, answerTask, officer, now).ok).toBe(may);
});

test('a task that is given waits, one that is answered or withdrawn does not, and neither moves the period', () => {
  const given = transition(worked, giveTask, clerk, now);
  expect(given).toMatchObject({ ok: true, case: { tasks: [aTask], clock: worked.clock, state: 'inProgress' } });
  expect(transition(asking, answerTask, builder, now)).toMatchObject({
    ok: true,
    case: { tasks: [], clock: worked.clock },
  });
  expect(transition(asking, withdrawTask, colleague, now)).toMatchObject({ ok: true, case: { tasks: [] } });
});

test.each<[string, CaseSnapshot, Action, Officer, RefusalCode]>([
  [
    'asking the department that has the case',
    worked,
    { ...giveTask, department: people.transport },
    clerk,
    'taskToItself',
  ],
  ['asking for yesterday', worked, { ...giveTask, until: today.subtract({ days: 1 }) }, clerk, 'taskInPast'],
  ['asking as somebody who only is asked', asking, giveTask, builder, 'notAllowed'],
  ['asking what nobody has taken over', people.aCase(), giveTask, clerk, 'wrongState'],
  ['answering twice', { ...asking, tasks: [{ ...aTask, id: 'other' }] }, answerTask, builder, 'taskNotOpen'],
  [
    'answering what others are asked',
    {
      ...worked,
      tasks: [
        { ...aTask, department: { id: 'x', name: 'X' } },
        { ...aTask, id: 'other' },
      ],
    },
    answerTask,
    builder,
    'taskOfOthers',
  ],
  ['withdrawing without a reason', asking, { ...withdrawTask, reason: ' ' }, clerk, 'reasonMissing'],
  ['withdrawing as whoever is asked', asking, withdrawTask, builder, 'notAllowed'],
  ['deciding as whoever is asked', asking, people.decide, builder, 'notAllowed'],
])('%s is refused', (_what, snapshot, action, officer, code) => {
  expect(transition(snapshot, action, officer, now)).toMatchObject({ ok: false, refusal: { code } });
});

describe('a case that ends', () => {
  test.each<[Action, CaseSnapshot]>([
    [people.decide, asking],
    [people.withdraw, asking],
    [people.shelve, asking],
  ])('by $type withdraws what it still asks for', (action, snapshot) => {
    const actor = action.type === 'withdraw' ? people.citizen : clerk;
    const result = transition(snapshot, action, actor, now);
    const types = result.ok ? result.events.map(({ type }) => type) : [];
    expect(types[0]).toBe('taskWithdrawn');
    expect(types).toHaveLength(2);
    expect(result).toMatchObject({ ok: true, case: { tasks: [], version: snapshot.version + 2 } });
  });
});

test('the applicant reads who was asked and that the answer came, never what it says', () => {
  const told = [
    transition(worked, giveTask, clerk, now),
    transition(asking, answerTask, builder, now),
    transition(asking, withdrawTask, clerk, now),
    transition(asking, people.decide, clerk, now),
  ].map(result => (result.ok && result.events[0] ? (eventWords(result.events[0])?.title ?? null) : 'refused'));
  expect(told).toEqual([
    `Vyžádali jsme si vyjádření: ${building.name}`,
    `Vyjádření jsme dostali: ${building.name}`,
    `Vyjádření už nepotřebujeme: ${building.name}`,
    null,
  ]);
});

test('the history says in whose place a deputy answered', () => {
  const result = transition(ofIva, answerTask, standIn, now);
  expect(result.ok && result.events[0]?.actor).toMatchObject({ officerId: 'dana', for: 'iva' });
});
