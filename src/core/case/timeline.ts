import { formatDate, formatDays, formatDue } from '../czech/format.ts';
import { daysLeft, dueOn } from './clock.ts';
import { eventWords } from './event-words.ts';
import type { CaseEvent } from './events.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { isOpen } from './states.ts';

export interface TimelineEntry {
  /** When it happened; null for what has no moment of its own. */
  at: Temporal.Instant | null;
  title: string;
  detail: string | null;
  status: 'done' | 'now' | 'ahead';
}

interface History {
  /** In the order they happened. */
  events: CaseEvent[];
  case: CaseSnapshot;
  /** Names of the departments in the plan, by slug. */
  departmentNames: Readonly<Record<string, string>>;
  today: Temporal.PlainDate;
}

/**
 * The history of a case for the citizen, in plain Czech and in order: what has happened, what goes on now and what is
 * still to come. What the office writes for itself is left out, and messages are read elsewhere.
 */
export function timeline({ events, case: snapshot, departmentNames, today }: History): TimelineEntry[] {
  const past = events.flatMap(event => happened(event, today));
  if (!isOpen(snapshot.state)) return past;
  const expected = [...waiting(snapshot), ...planned(snapshot, departmentNames)];
  if (snapshot.clock.stoppedOn) return [...past, ...expected];
  const due = dueOn(snapshot.clock);
  const end = { at: null, detail: `${formatDate(due, 'weekday')}, ${formatDue(due, today)}` };
  return daysLeft(due, today) < 0
    ? [...past, { ...end, title: 'Lhůta pro vyřízení uplynula', status: 'done' }, ...expected]
    : [...past, ...expected, { ...end, title: 'Konec lhůty pro vyřízení', status: 'ahead' }];
}

function happened(event: CaseEvent, today: Temporal.PlainDate): TimelineEntry[] {
  const words = eventWords(event, today);
  if (!words) return [];
  const agent = event.actor.kind === 'citizen' ? event.actor.agent : undefined;
  const by = agent && `Jménem žadatele to udělal zmocněnec: ${agent.name}.`;
  const detail = [words.detail, by].filter(Boolean).join(' ') || null;
  return [{ at: Temporal.Instant.from(event.at), title: words.title, detail, status: 'done' }];
}

/** What the case waits for instead of being worked on. */
function waiting({ state, awaitingUntil, confirmUntil }: CaseSnapshot): TimelineEntry[] {
  const entry = (title: string, detail: string | null): TimelineEntry[] => [{ at: null, title, detail, status: 'now' }];
  switch (state) {
    case 'unconfirmed':
      return entry(
        'Čekáme na\u00a0vaše potvrzení',
        confirmUntil && `Poslední den je ${formatDate(confirmUntil, 'weekday')}.`,
      );
    case 'filed':
      return entry('Čeká na převzetí', null);
    case 'awaitingApplicant':
      return entry(
        'Čekáme na vaše doplnění',
        awaitingUntil && `Poslední den je ${formatDate(awaitingUntil, 'weekday')}.`,
      );
    case 'suspended':
      return entry('Řízení je přerušené', null);
    default:
      return [];
  }
}

/** The step that goes on and those behind it; what is done is told by the events. */
function planned({ state, step, agenda }: CaseSnapshot, departmentNames: History['departmentNames']): TimelineEntry[] {
  const current = Math.max(
    0,
    agenda.plan.findIndex(({ id }) => id === step),
  );
  const isWorkedOn = state === 'takenOver' || state === 'inProgress';
  return agenda.plan.slice(current).map(({ title, department, targetDays }, i) => {
    const who = departmentNames[department];
    const detail = `${who ? `${who}, plánujeme` : 'Plánujeme'} ${formatDays(targetDays)}`;
    return { at: null, title, detail, status: i === 0 && isWorkedOn ? 'now' : 'ahead' };
  });
}
