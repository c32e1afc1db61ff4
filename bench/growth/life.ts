import type { CaseEvent, EventActor, EventBody } from '../../src/core/case/events.ts';
import { dueOn, startClock } from '../../src/core/case/clock.ts';
import type { CaseState, Outcome } from '../../src/core/case/states.ts';
import type { Chance } from './chance.ts';
import type { BenchOfficer, Kind } from './kinds.ts';

const dayMs = 86_400_000;

/** What became of a case by today. */
export interface Life {
  state: CaseState;
  officer: BenchOfficer | null;
  outcome: Outcome | null;
  countedTo: Temporal.PlainDate;
  dueOn: Temporal.PlainDate;
  stoppedOn: Temporal.PlainDate | null;
  awaitingUntil: Temporal.PlainDate | null;
  decidedAt: number | null;
  closedAt: number | null;
  answeredAt: number | null;
  events: CaseEvent[];
}

interface Filed {
  kind: Kind;
  /** Milliseconds. */
  at: number;
  now: number;
}

/** In three of four cases the office did what was asked. */
export function closedLife({ kind, at, now }: Filed, chance: Chance): Life {
  const outcome = chance.pick(['granted', 'granted', 'granted', 'partlyGranted', 'refused', 'settled'] as const);
  const decidedAt = at + dayMs * (1 + chance.below(38));
  const closedAt = Math.min(decidedAt + dayMs * (1 + chance.below(20)), now);
  const officer = chance.pick(kind.officers);
  return { ...fresh, ...periodOf(kind, at), officer, state: 'closed', outcome, decidedAt, closedAt, events: [] };
}

/** Mostly in hand; a quarter waits for somebody, a seventh stands still. */
export function openLife({ kind, at, now }: Filed, chance: Chance): Life {
  const officer = chance.pick(kind.officers);
  const period = periodOf(kind, at);
  const events: CaseEvent[] = [];
  const by: EventActor = { kind: 'officer', officerId: officer.id, name: officer.name };
  const after = (share: number): number => Math.floor(at + (now - at) * share);
  const happens = (milliseconds: number, body: EventBody, actor: EventActor = by): void => {
    events.push({ ...body, at: new Date(milliseconds).toISOString(), actor });
  };
  const common = { ...fresh, ...period, officer, events };

  happens(at, { type: 'filed', data: { department: kind.department, dueOn: period.dueOn.toString() } }, guest);
  const turn = chance.next();
  if (turn < 0.25) return { ...common, state: 'filed', officer: turn < 0.2 ? null : officer };
  happens(after(0.3), { type: 'takenOver', data: { from: { officerId: null }, officer } });
  if (turn < 0.45) return { ...common, state: 'takenOver' };
  happens(after(0.5), { type: 'started', data: {} });
  if (turn < 0.85) return { ...common, state: 'inProgress', answeredAt: turn < 0.48 ? after(0.9) : null };
  const stoppedOn = dayOf(after(0.8));
  if (turn < 0.94) {
    const awaitingUntil = dayOf(now).add({ days: chance.below(20) });
    happens(after(0.8), { type: 'supplementRequested', data: { ...call, until: awaitingUntil.toString() } });
    return { ...common, state: 'awaitingApplicant', stoppedOn, awaitingUntil };
  }
  if (turn < 0.97) {
    happens(after(0.8), { type: 'suspended', data: { reason: 'Čekáme na znalecký posudek.' } });
    return { ...common, state: 'suspended', stoppedOn };
  }
  const decidedAt = after(0.9);
  happens(decidedAt, { type: 'decided', data: { outcome: 'granted', explanation: 'Žádosti jsme vyhověli.' } });
  return { ...common, state: 'decided', outcome: 'granted', decidedAt };
}

const call = {
  items: [{ kind: 'answer' as const, id: 'phone', label: 'Telefon', problem: 'Číslo neodpovídá.' }],
  consequence: 'Když nic nedoplníte, řízení zastavíme.',
  suspends: true,
};
const guest: EventActor = { kind: 'guest' };
const fresh = {
  state: 'filed' as const,
  outcome: null,
  stoppedOn: null,
  awaitingUntil: null,
  decidedAt: null,
  closedAt: null,
  answeredAt: null,
};

type Period = Pick<Life, 'countedTo' | 'dueOn'>;
const periods = new Map<string, Period>();

/** Counting days takes longer than all the rest, and there are few different ones. */
function periodOf({ agendaId, definition }: Kind, at: number): Period {
  const filedOn = dayOf(at);
  const key = `${agendaId} ${filedOn.toString()}`;
  const known = periods.get(key);
  if (known) return known;
  const clock = startClock(definition.clock, filedOn);
  const period = { countedTo: clock.countedTo, dueOn: dueOn(clock) };
  periods.set(key, period);
  return period;
}

const days = new Map<number, Temporal.PlainDate>();

/** In UTC, which is near enough here. */
function dayOf(milliseconds: number): Temporal.PlainDate {
  const number = Math.floor(milliseconds / dayMs);
  const known = days.get(number) ?? Temporal.PlainDate.from('1970-01-01').add({ days: number });
  days.set(number, known);
  return known;
}
