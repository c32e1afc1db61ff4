import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/core/actor.ts';
import type { Action } from '../../../src/core/case/actions.ts';
import { type CaseEvent, caseEventSchema } from '../../../src/core/case/events.ts';
import { allowedActions, file, transition } from '../../../src/core/case/lifecycle.ts';
import type { CaseSnapshot } from '../../../src/core/case/snapshot.ts';
import { caseStates, isOpen, outcomes } from '../../../src/core/case/states.ts';
import { timeline } from '../../../src/core/case/timeline.ts';
import * as people from './people.ts';

const { clerk, colleague, head, builder, registrar, administrator, guest, citizen, system } = people;

const anActor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Actor>(clerk, colleague, head, builder, registrar) },
  fc.constantFrom<Actor>(administrator, guest, citizen, system),
);
const someText = fc.oneof({ weight: 5, arbitrary: fc.constant('důvod') }, fc.string());
const anAction: fc.Arbitrary<Action> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(people.transport, people.building),
      fc.constantFrom(null, clerk, colleague, head, builder),
      someText,
    )
    .map(([department, officer, reason]) => ({ ...people.assignTo(officer, department), reason })),
  fc.constantFrom<Action>(people.takeOver, people.start),
  fc.record({ type: fc.constant('decide' as const), outcome: fc.constantFrom(...outcomes), explanation: someText }),
  fc.record({ type: fc.constant('close' as const), note: fc.option(someText, { nil: undefined }) }),
);
const aLife = fc.array(fc.tuple(anAction, anActor), { maxLength: 40 });

interface Moment {
  before: CaseSnapshot;
  after: CaseSnapshot;
  events: CaseEvent[];
  action: Action;
  actor: Actor;
}

/** Plays a life from filing on; a refused action leaves before and after the very same. */
function play(life: [Action, Actor][]): Moment[] {
  let current = file(filing).case;
  return life.map(([action, actor]) => {
    const before = Object.freeze(current);
    const result = transition(before, action, actor, people.now);
    if (result.ok) current = result.case;
    return { before, after: current, events: result.ok ? result.events : [], action, actor };
  });
}

const dueOn = Temporal.PlainDate.from('2026-12-22');
const filing = { department: people.transport, dueOn, actor: citizen, now: people.now };

function promise(check: (moment: Moment) => void): void {
  fc.assert(
    fc.property(aLife, life => {
      play(life).forEach(check);
    }),
    { numRuns: 500 },
  );
}

describe('whatever anybody does, in any order', () => {
  test('a case is always in a known state, and only one that waits has nobody', () => {
    promise(({ after }) => {
      expect(caseStates).toContain(after.state);
      if (after.officerId === null) expect(after.state).toBe('filed');
    });
  });

  test('a case has an outcome exactly when it is decided or closed', () => {
    promise(({ after }) => {
      expect(after.outcome === null).toBe(isOpen(after.state));
    });
  });

  test('the version grows by one with a change and stays with a refusal', () => {
    promise(({ before, after, events }) => {
      expect(after.version - before.version).toBe(events.length > 0 ? 1 : 0);
    });
  });

  test('a refusal changes nothing and leaves no event; a change leaves one', () => {
    promise(({ before, after, events }) => {
      if (events.length === 0) expect(after).toBe(before);
      else expect(events).toHaveLength(1);
    });
  });

  test('what is decided stays decided, with the same outcome, in the same hands', () => {
    promise(({ before, after }) => {
      if (isOpen(before.state)) return;
      expect(isOpen(after.state)).toBe(false);
      expect({ ...after, state: null, version: null }).toEqual({ ...before, state: null, version: null });
    });
  });

  test('only officers of the department, the holder and the registry change anything', () => {
    promise(({ before, events, actor }) => {
      if (events.length === 0) return;
      expect(actor.kind).toBe('officer');
      if (actor.kind !== 'officer' || actor.roles.includes('registry')) return;
      expect([actor.departmentId === before.departmentId, actor.officerId === before.officerId]).toContain(true);
    });
  });

  test('what is done was offered, and what is not offered is refused', () => {
    promise(({ before, events, action, actor }) => {
      if (events.length > 0) expect(allowedActions(before, actor)).toContain(action.type);
    });
  });

  test('every event reads back from JSON as it was written', () => {
    promise(({ events }) => {
      expect(events.map(event => caseEventSchema.parse(JSON.parse(JSON.stringify(event))))).toEqual(events);
    });
  });

  test('the timeline tells every event once, in order, and exactly one thing goes on while the case is open', () => {
    fc.assert(
      fc.property(aLife, life => {
        const moments = play(life);
        const events = [...file(filing).events, ...moments.flatMap(moment => moment.events)];
        const state = moments.at(-1)?.after.state ?? 'filed';
        const plan = [{ id: 'one', title: 'Posouzení', department: 'doprava', targetDays: 10 }];
        const entries = timeline({ events, state, plan, departmentNames: {}, dueOn, today: dueOn });
        expect(entries.filter(entry => entry.at !== null)).toHaveLength(events.length);
        expect(entries.filter(entry => entry.status === 'now')).toHaveLength(isOpen(state) ? 1 : 0);
      }),
    );
  });
});
