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
  const away = awayOn(absences, day);
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

/** The absent officers for whom somebody stands in on a day, themselves left out. */
export function standsInFor(deputyId: string, absences: readonly Absence[], day: Temporal.PlainDate): string[] {
  return [...awayOn(absences, day).keys()].filter(
    absent => absent !== deputyId && onDuty(absent, absences, day).officerId === deputyId,
  );
}

/** The first day on which a new absence would make a chain of deputies come back to itself; null when there is none. */
export function firstLoop(absences: readonly Absence[], added: Absence): Temporal.PlainDate | null {
  const all = [...absences, added];
  // A chain changes only where an absence begins.
  const days = all.map(({ from }) => later(from, added.from)).filter(day => isWithin(added, day));
  const looping = days.filter(day => {
    const duty = onDuty(added.officerId, all, day);
    return duty.officerId === null && duty.why === 'loop';
  });
  return looping.toSorted((a, b) => Temporal.PlainDate.compare(a, b))[0] ?? null;
}

/** Of absences that overlap, the one that began last counts. */
function awayOn(absences: readonly Absence[], day: Temporal.PlainDate): Map<string, Absence> {
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
