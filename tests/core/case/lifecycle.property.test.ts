import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Actor, departmentsOf } from '../../../src/core/actor.ts';
import type { Action } from '../../../src/core/case/actions.ts';
import { type CaseEvent, caseEventSchema } from '../../../src/core/case/events.ts';
import { allowedActions, file, transition } from '../../../src/core/case/lifecycle.ts';
import { rules } from '../../../src/core/case/rules.ts';
import { roles } from '../../../src/core/case/roles.ts';
import { dueOn } from '../../../src/core/case/clock.ts';
import { explainClock } from '../../../src/core/case/clock-words.ts';
import { dayInPrague, formatDate } from '../../../src/core/czech/format.ts';
import type { CaseSnapshot } from '../../../src/core/case/snapshot.ts';
import { caseStates, isOpen, outcomes } from '../../../src/core/case/states.ts';
import { timeline } from '../../../src/core/case/timeline.ts';
import * as people from './people.ts';

const { clerk, colleague, head, headAbove, builder, registrar, deputy, administrator, guest, citizen, system } = people;

const anActor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Actor>(clerk, colleague, head, headAbove, builder, registrar, deputy) },
  { weight: 2, arbitrary: fc.constant<Actor>(citizen) },
  fc.constantFrom<Actor>(administrator, guest, system),
);
const someText = fc.oneof({ weight: 5, arbitrary: fc.constant('důvod') }, fc.string());
const aDay = fc.integer({ min: -5, max: 60 }).map(days => people.today.add({ days }));
const aDepartment = fc.constantFrom(people.transport, people.building);
const simple = [
  ...[people.takeOver, people.start, people.supplement, people.supplementMissed, people.resume, people.uphold],
  ...[people.giveTask, people.answerTask, people.withdrawTask, people.confirm, people.confirmOnPaper, people.lapse],
  ...[
    people.returnCase,
    people.withdraw,
    people.appeal,
    people.requestInspection,
    people.write,
    people.serve,
    people.issueLetter,
  ],
] as const;
const anAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Action>(...simple) },
  fc
    .tuple(aDepartment, fc.constantFrom(null, clerk, colleague, head, builder), someText)
    .map(([department, officer, reason]) => ({ ...people.assignTo(officer, department), reason })),
  fc
    .tuple(fc.constantFrom('check', 'assess', 'decide', 'lost'), aDepartment, someText)
    .map(([to, department, reason]) => ({ ...people.moveOn(to, department), reason })),
  fc
    .tuple(aDay, someText, fc.boolean())
    .map(([until, consequence, suspends]) => ({ ...people.requestSupplement, until, consequence, suspends })),
  fc
    .tuple(fc.constantFrom<Action>(people.suspend, people.discontinue, people.shelve, people.forward), someText)
    .map(([action, reason]) => ({ ...action, reason })),
  someText.map(reason => ({ ...people.declareBias, reason })),
  fc.tuple(fc.integer({ min: -1, max: 40 }), someText).map(([days, reason]) => ({ ...people.extend, days, reason })),
  fc.record({ type: fc.constant('decide' as const), outcome: fc.constantFrom(...outcomes), explanation: someText }),
  fc.record({ type: fc.constant('close' as const), note: fc.option(someText, { nil: undefined }) }),
);
/** Some time passes before each action, so that deadlines are missed now and then. */
const aLife = fc.array(fc.tuple(anAction, anActor, fc.nat(20)), { maxLength: 40 });

interface Moment {
  before: CaseSnapshot;
  after: CaseSnapshot;
  events: CaseEvent[];
  action: Action;
  actor: Actor;
  today: Temporal.PlainDate;
}

/** Plays a life from filing on; a refused action leaves before and after the very same. */
function play(life: [Action, Actor, number][], confirmUntil = people.filing.confirmUntil): Moment[] {
  let current = file({ ...people.filing, confirmUntil }).case;
  let now = people.now;
  return life.map(([action, actor, days]) => {
    now = now.add({ hours: 24 * days });
    const before = Object.freeze(current);
    const result = transition(before, action, actor, now);
    if (result.ok) current = result.case;
    const events = result.ok ? result.events : [];
    return { before, after: current, events, action, actor, today: dayInPrague(now) };
  });
}

function promise(check: (moment: Moment) => void): void {
  fc.assert(
    fc.property(aLife, life => {
      for (const confirmUntil of [null, people.unconfirmed.confirmUntil]) play(life, confirmUntil).forEach(check);
    }),
    { numRuns: 500 },
  );
}

describe('whatever anybody does, in any order', () => {
  test('a case is always in a known state, and only one that waits or has ended has nobody', () => {
    promise(({ after }) => {
      expect(caseStates).toContain(after.state);
      if (after.officerId === null) expect(['takenOver', 'inProgress']).not.toContain(after.state);
    });
  });

  test('a case leads only to the states its rule names', () => {
    promise(({ before, after, events, action }) => {
      if (events.length === 0) return;
      expect(rules[action.type].to).toContain(before.state === after.state ? 'stays' : after.state);
    });
  });

  test('no open case has an outcome, and every decided one does', () => {
    promise(({ after }) => {
      if (isOpen(after.state)) expect(after.outcome).toBeNull();
      if (after.state === 'decided' || after.state === 'appealed') expect(after.outcome).not.toBeNull();
    });
  });

  test('a case waits for the applicant until a day exactly when it says so', () => {
    promise(({ after }) => {
      expect(after.awaitingUntil !== null).toBe(after.state === 'awaitingApplicant');
    });
  });

  test('the period stands still only while the case waits, and the days of it that are left never grow fewer by that', () => {
    promise(({ before, after, today }) => {
      if (after.clock.stoppedOn && isOpen(after.state))
        expect(['awaitingApplicant', 'suspended']).toContain(after.state);
      if (!before.clock.stoppedOn || after.clock.stoppedOn) return;
      const left = before.clock.stoppedOn.until(before.clock.countedTo).days;
      expect(today.until(after.clock.countedTo).days).toBeGreaterThanOrEqual(left);
    });
  });

  test('the period is never made longer than the law lets it, and never shorter', () => {
    promise(({ before, after }) => {
      expect(after.clock.extendedBy).toBeLessThanOrEqual(30);
      expect(Temporal.PlainDate.compare(after.clock.countedTo, before.clock.countedTo)).toBeGreaterThanOrEqual(0);
    });
  });

  test('no case that has ended asks anybody for anything', () => {
    promise(({ after }) => {
      if (!isOpen(after.state)) expect(after.tasks).toEqual([]);
    });
  });

  test('nobody works a case they declared bias in', () => {
    promise(({ after, events, actor, before }) => {
      if (after.officerId !== null && after.officerId !== before.officerId)
        expect(after.biased).not.toContain(after.officerId);
      if (events.length > 0 && actor.kind === 'officer') expect(before.biased).not.toContain(actor.officerId);
    });
  });

  test('the version grows by one with every event and stays with a refusal', () => {
    promise(({ before, after, events }) => {
      expect(after.version - before.version).toBe(events.length);
    });
  });

  test('a refusal changes nothing and leaves no event; a change leaves one, and one for each task that ended with the case', () => {
    promise(({ before, after, events }) => {
      if (events.length === 0) expect(after).toBe(before);
      else expect(events).toHaveLength(isOpen(after.state) ? 1 : before.tasks.length + 1);
    });
  });

  test('what has ended changes hands no more, and only a returned appeal opens it again', () => {
    promise(({ before, after, action }) => {
      if (isOpen(before.state)) return;
      expect({ officer: after.officerId, department: after.departmentId, step: after.step }).toEqual({
        officer: before.officerId,
        department: before.departmentId,
        step: before.step,
      });
      if (isOpen(after.state)) expect(action).toMatchObject({ type: 'settleAppeal', result: 'returned' });
      else expect(after.outcome).toBe(before.outcome);
    });
  });

  test('only the office, the applicant and the portal change anything, each what is theirs', () => {
    promise(({ before, events, actor, action }) => {
      if (events.length === 0) return;
      const { who } = rules[action.type];
      expect(who.some(role => roles[role].is(before, actor))).toBe(true);
      if (actor.kind === 'citizen') expect(who).toContain('applicant');
      if (actor.kind === 'system') expect(who).toContain('portal');
      if (actor.kind !== 'officer' || actor.roles.includes('registry') || action.type === 'answerTask') return;
      const near = [departmentsOf(actor).includes(before.departmentId), actor.officerId === before.officerId];
      expect([...near, actor.standsInFor.includes(before.officerId ?? '')]).toContain(true);
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

  test('the timeline tells every event once but for messages and tasks that ended with the case, and exactly one thing goes on while the case is open', () => {
    fc.assert(
      fc.property(aLife, life => {
        const moments = play(life);
        const events = [...file(people.filing).events, ...moments.flatMap(moment => moment.events)];
        const current = moments.at(-1)?.after ?? file(people.filing).case;
        const entries = timeline({ events, case: current, departmentNames: {}, today: people.today });
        const told = events.filter(
          event => event.type !== 'written' && !(event.type === 'taskWithdrawn' && event.data.reason === null),
        );
        expect(entries.filter(entry => entry.at !== null)).toHaveLength(told.length);
        expect(entries.filter(entry => entry.status === 'now')).toHaveLength(isOpen(current.state) ? 1 : 0);
      }),
    );
  });

  test('the explanation of the period ends with the day the case is due', () => {
    fc.assert(
      fc.property(aLife, life => {
        const moments = play(life);
        const events = [...file(people.filing).events, ...moments.flatMap(moment => moment.events)];
        const current = moments.at(-1)?.after ?? file(people.filing).case;
        const sentences = explainClock({ clock: people.agenda.clock, filedOn: people.today, events });
        const told = sentences.findLast(sentence => /Poslední den|posouvá/.test(sentence));
        expect(told).toContain(formatDate(dueOn(current.clock)));
      }),
    );
  });
});
