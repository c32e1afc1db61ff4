import type { Actor } from '../actor.ts';
import { dayInPrague } from '../czech/format.ts';
import type { Action, ActionType } from './actions.ts';
import { type ClockState, dueOn } from './clock.ts';
import type { CaseEvent, EventActor, EventBody, EventOf } from './events.ts';
import { agentName } from '../mandate/agent-name.ts';
import { heldIn } from '../mandate/reach.ts';
import { type Refusal, refusal, type RefusalCode } from './refusals.ts';
import { roles } from './roles.ts';
import { type Rule, rules, taskWithdrawn } from './rules.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { isOpen } from './states.ts';

export type Transition = { ok: true; case: CaseSnapshot; events: CaseEvent[] } | { ok: false; refusal: Refusal };

/**
 * Decides what an action does to a case. Gives the changed case and what to append to its history, or says in Czech why
 * not; a refused action changes nothing. The rules are in `rules.ts`.
 */
export function transition<T extends ActionType>(
  snapshot: CaseSnapshot,
  action: Action<T>,
  actor: Actor,
  now: Temporal.Instant,
): Transition {
  const rule: Rule<T> = rules[action.type];
  const today = dayInPrague(now);
  const problem =
    obstacle(snapshot, rule, actor) ??
    rule.demands.map(({ check }) => check(snapshot, action, today, actor)).find(code => code !== null);
  if (problem) return { ok: false, refusal: refusal(problem) };
  const changed: CaseSnapshot = {
    ...snapshot,
    ...rule.changes(snapshot, action, actor),
    clock: rule.clock.after(snapshot, action, today),
  };
  // Nobody works in vain on what an ended case was to know.
  const vain = isOpen(changed.state) ? [] : changed.tasks;
  const after = {
    ...changed,
    tasks: isOpen(changed.state) ? changed.tasks : [],
    version: snapshot.version + vain.length + 1,
  };
  const by = actedBy(snapshot, action, actor);
  const bodies = [...vain.map(task => taskWithdrawn(task, null)), rule.event(snapshot, action, actor, after)];
  return { ok: true, case: after, events: bodies.map(body => happened(body, by, now)) };
}

/** The actions to offer: those this person would not be refused, as long as they bring what is demanded. */
export function allowedActions(snapshot: CaseSnapshot, actor: Actor): ActionType[] {
  const types = Object.keys(rules) as ActionType[];
  return types.filter(type => obstacle(snapshot, rules[type], actor) === null);
}

interface Filing {
  department: { id: string; name: string };
  /** Who gets it by the rules of the agenda; null when it waits for whoever takes it over. */
  officer: { id: string } | null;
  applicantId: string | null;
  organisationId: string | null;
  /** Under which mandate it was begun by an agent; null of what was not. */
  mandateId: string | null;
  agenda: CaseSnapshot['agenda'];
  /** The period as it begins, from `startClock`. */
  clock: ClockState;
  /** By when it has to be confirmed; null of what is filed for good. */
  confirmUntil: Temporal.PlainDate | null;
  actor: Actor;
  now: Temporal.Instant;
}

/**
 * A case as it begins: with the department of its agenda, at the first step of the plan, waiting to be taken over. One that
 * has yet to be confirmed is nobody's work until then (§ 37 (4) of the Code of Administrative Procedure).
 */
export function file(filing: Filing): { case: CaseSnapshot; events: [EventOf<'filed'>] } {
  const { department, officer, applicantId, organisationId, mandateId } = filing;
  const { agenda, clock, confirmUntil, actor, now } = filing;
  const data = {
    department: { id: department.id, name: department.name },
    dueOn: dueOn(clock).toString(),
    ...(confirmUntil && { confirmUntil: confirmUntil.toString() }),
  };
  return {
    case: {
      state: confirmUntil ? 'unconfirmed' : 'filed',
      departmentId: department.id,
      officerId: confirmUntil ? null : (officer?.id ?? null),
      applicantId,
      organisationId,
      mandateId,
      outcome: null,
      clock,
      step: agenda.plan[0]?.id ?? '',
      awaitingUntil: null,
      confirmUntil,
      biased: [],
      appealUntil: null,
      tasks: [],
      version: 1,
      agenda: { clock: agenda.clock, plan: agenda.plan, decision: agenda.decision },
    },
    events: [happened({ type: 'filed', data }, eventActor(actor, mandateId), now)],
  };
}

/** Permission first: who may not act learns nothing about the case. */
function obstacle(
  snapshot: CaseSnapshot,
  { who, from, pointless }: Pick<Rule<ActionType>, 'who' | 'from' | 'pointless'>,
  actor: Actor,
): RefusalCode | null {
  if (!who.some(role => roles[role].is(snapshot, actor))) return 'notAllowed';
  if (!from.includes(snapshot.state)) return isOpen(snapshot.state) ? 'wrongState' : 'alreadyDecided';
  return pointless?.(snapshot, actor) ? 'nothingChanges' : null;
}

function happened<B extends EventBody>(
  body: B,
  actor: EventActor,
  now: Temporal.Instant,
): B & Pick<CaseEvent, 'at' | 'actor'> {
  return { ...body, at: now.toString({ smallestUnit: 'millisecond' }), actor };
}

/** A deputy acts in the place of the officer who has the case or the task, and the history says so. */
function actedBy(
  { officerId: holderId, tasks, mandateId }: CaseSnapshot,
  action: { type: ActionType; taskId?: string },
  actor: Actor,
): EventActor {
  const task = action.type === 'answerTask' ? tasks.find(({ id }) => id === action.taskId) : undefined;
  const officerId = task ? task.officerId : holderId;
  const acting = eventActor(actor, mandateId);
  if (acting.kind !== 'officer' || actor.kind !== 'officer' || officerId === null) return acting;
  return actor.standsInFor.includes(officerId) ? { ...acting, for: officerId } : acting;
}

function eventActor(actor: Actor, mandateId: string | null): EventActor {
  switch (actor.kind) {
    case 'citizen': {
      const held = heldIn({ mandateId }, actor, 'file');
      const agent = held && { name: agentName(actor.name, held), mandateId: held.mandateId };
      return { kind: 'citizen', accountId: actor.accountId, ...(agent && { agent }) };
    }
    case 'officer':
      return { kind: 'officer', officerId: actor.officerId, name: actor.name };
    default:
      return { kind: actor.kind };
  }
}
