import { formatDate } from '../czech/format.ts';

/** An officer who is away. Days are days in Prague, both ends included. */
export interface Absence {
  officerId: string;
  /** Who stands in; null when nobody was named. */
  deputyId: string | null;
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
}

/** Who has an officer's cases today: the officer, a deputy, or nobody and why. */
export type OnDuty = { officerId: string } | { officerId: null; why: 'noDeputy' | 'loop' };

/**
 * Who works an officer's cases on a day. A deputy who is away as well is stood in for in turn; a chain that comes back
 * to somebody in it leads to nobody.
 */
export function onDuty(officerId: string, absences: readonly Absence[], day: Temporal.PlainDate): OnDuty {
  const away = absencesOn(absences, day);
  const passed = new Set<string>();
  for (let current = officerId; ;) {
    const absence = away.get(current);
    if (!absence) return { officerId: current };
    passed.add(current);
    if (absence.deputyId === null) return { officerId: null, why: 'noDeputy' };
    if (passed.has(absence.deputyId)) return { officerId: null, why: 'loop' };
    current = absence.deputyId;
  }
}

/** How an officer is away on a day: until when, and who has their cases, a deputy's deputy perhaps. */
export interface Away {
  until: Temporal.PlainDate;
  /** Null: nobody has them. */
  standInId: string | null;
}

/** What follows the name of an absent officer: "zastupuje Petr Černý do 10. prosince 2026". */
export function awayWords({ until, standIn }: { until: Temporal.PlainDate; standIn: string | null }): string {
  const day = formatDate(until);
  return standIn === null ? `do\u00a0${day} tu není` : `zastupuje ${standIn} do\u00a0${day}`;
}

/** Null when the officer is there. */
export function awayOn(officerId: string, absences: readonly Absence[], day: Temporal.PlainDate): Away | null {
  const absence = absencesOn(absences, day).get(officerId);
  return absence ? { until: absence.until, standInId: onDuty(officerId, absences, day).officerId } : null;
}

/** The absent officers for whom somebody stands in on a day, themselves left out. */
export function standsInFor(deputyId: string, absences: readonly Absence[], day: Temporal.PlainDate): string[] {
  return [...absencesOn(absences, day).keys()].filter(
    absent => absent !== deputyId && onDuty(absent, absences, day).officerId === deputyId,
  );
}

/** A chain of deputies that comes back to itself: from which day, and through whom, the first one again at the end. */
export interface Loop {
  from: Temporal.PlainDate;
  officerIds: string[];
}

/** The first loop that a new absence would make; null when there is none. */
export function firstLoop(absences: readonly Absence[], added: Absence): Loop | null {
  const all = [...absences, added];
  // A chain changes only where an absence begins.
  const days = all.map(({ from }) => later(from, added.from)).filter(day => isWithin(added, day));
  const looping = days.filter(day => {
    const duty = onDuty(added.officerId, all, day);
    return duty.officerId === null && duty.why === 'loop';
  });
  const [from] = looping.toSorted((a, b) => Temporal.PlainDate.compare(a, b));
  return from ? { from, officerIds: chainFrom(added.officerId, absencesOn(all, from)) } : null;
}

/** Officer, deputy, their deputy and so on, up to the first who has been there before. */
function chainFrom(officerId: string, away: Map<string, Absence>): string[] {
  const chain = [officerId];
  for (let next = away.get(officerId)?.deputyId; next; next = away.get(next)?.deputyId) {
    chain.push(next);
    if (chain.indexOf(next) < chain.length - 1) break;
  }
  return chain;
}

/** Of absences that overlap, the one that began last counts. */
function absencesOn(absences: readonly Absence[], day: Temporal.PlainDate): Map<string, Absence> {
  const current = absences.filter(absence => isWithin(absence, day));
  const inOrder = current.toSorted((a, b) => Temporal.PlainDate.compare(a.from, b.from));
  return new Map(inOrder.map(absence => [absence.officerId, absence]));
}

function isWithin({ from, until }: Absence, day: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, until) <= 0;
}

function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) < 0 ? b : a;
}
