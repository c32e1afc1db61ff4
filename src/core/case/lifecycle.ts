import type { Actor, Officer } from '../actor.ts';
import type { Action, ActionType } from './actions.ts';
import type { CaseEvent, EventActor, EventBody, EventOf } from './events.ts';
import { type Refusal, refusal, type RefusalCode } from './refusals.ts';
import { type Rule, rules } from './rules.ts';
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
  // So far only officers change a case.
  if (actor.kind !== 'officer') return refuse('notAllowed');
  const problem =
    obstacle(snapshot, rule, actor) ?? rule.demands.map(demand => demand(snapshot, action)).find(code => code !== null);
  if (problem) return refuse(problem);
  return {
    ok: true,
    case: { ...snapshot, ...rule.changes(snapshot, action, actor), version: snapshot.version + 1 },
    events: [happened(rule.event(snapshot, action, actor), actor, now)],
  };
}

/** The actions to offer: those this person would not be refused, as long as they bring what is demanded. */
export function allowedActions(snapshot: CaseSnapshot, actor: Actor): ActionType[] {
  if (actor.kind !== 'officer') return [];
  const types = Object.keys(rules) as ActionType[];
  return types.filter(type => obstacle(snapshot, rules[type], actor) === null);
}

interface Filing {
  department: { id: string; name: string };
  /** The last day of the statutory period, from `dueOn`. */
  dueOn: Temporal.PlainDate;
  actor: Actor;
  now: Temporal.Instant;
}

/** A case as it begins: with the department of its agenda, waiting for somebody to take it over. */
export function file({ department, dueOn, actor, now }: Filing): { case: CaseSnapshot; events: [EventOf<'filed'>] } {
  const data = { department: { id: department.id, name: department.name }, dueOn: dueOn.toString() };
  return {
    case: { state: 'filed', departmentId: department.id, officerId: null, outcome: null, version: 1 },
    events: [happened({ type: 'filed', data }, actor, now)],
  };
}

/** Permission first: who may not act learns nothing about the case. */
function obstacle(
  snapshot: CaseSnapshot,
  { who, from, pointless }: Pick<Rule<ActionType>, 'who' | 'from' | 'pointless'>,
  officer: Officer,
): RefusalCode | null {
  if (!who.some(role => role(snapshot, officer))) return 'notAllowed';
  if (!from.includes(snapshot.state)) return isOpen(snapshot.state) ? 'wrongState' : 'alreadyDecided';
  return pointless?.(snapshot, officer) ? 'nothingChanges' : null;
}

function refuse(code: RefusalCode): Transition {
  return { ok: false, refusal: refusal(code) };
}

function happened<B extends EventBody>(
  body: B,
  actor: Actor,
  now: Temporal.Instant,
): B & Pick<CaseEvent, 'at' | 'actor'> {
  return { ...body, at: now.toString({ smallestUnit: 'millisecond' }), actor: eventActor(actor) };
}

function eventActor(actor: Actor): EventActor {
  switch (actor.kind) {
    case 'citizen':
      return { kind: 'citizen', accountId: actor.accountId };
    case 'officer':
      return { kind: 'officer', officerId: actor.officerId, name: actor.name };
    default:
      return { kind: actor.kind };
  }
}
