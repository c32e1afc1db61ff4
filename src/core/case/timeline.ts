import { formatDate, formatDays, formatDue } from '../czech/format.ts';
import type { Definition } from '../form/definition.ts';
import { daysLeft } from './clock.ts';
import type { CaseEvent, EventOf } from './events.ts';
import { type CaseState, isOpen, outcomeLabel } from './states.ts';

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
  state: CaseState;
  plan: Definition['plan'];
  /** Names of the departments in the plan, by slug. */
  departmentNames: Readonly<Record<string, string>>;
  dueOn: Temporal.PlainDate;
  today: Temporal.PlainDate;
}

/**
 * The history of a case for the citizen, in plain Czech and in order: what has happened, what goes on now and what is
 * still to come. What the office writes for itself (notes) is left out.
 */
export function timeline({ events, state, plan, departmentNames, dueOn, today }: History): TimelineEntry[] {
  const past = events.map(happened);
  if (!isOpen(state)) return past;
  const expected = planned({ state, plan, departmentNames });
  const end = { at: null, detail: `${formatDate(dueOn, 'weekday')}, ${formatDue(dueOn, today)}` };
  return daysLeft(dueOn, today) < 0
    ? [...past, { ...end, title: 'Lhůta pro vyřízení uplynula', status: 'done' }, ...expected]
    : [...past, ...expected, { ...end, title: 'Konec lhůty pro vyřízení', status: 'ahead' }];
}

function happened(event: CaseEvent): TimelineEntry {
  return { at: Temporal.Instant.from(event.at), ...wording(event), status: 'done' };
}

function wording(event: CaseEvent): Pick<TimelineEntry, 'title' | 'detail'> {
  switch (event.type) {
    case 'filed':
      return { title: 'Podání jsme přijali', detail: `Vyřídí ho ${event.data.department.name}.` };
    case 'assigned':
      return assigned(event.data);
    case 'takenOver':
      return takenOver(event.data);
    case 'started':
      return { title: 'Začali jsme podání vyřizovat', detail: null };
    case 'decided':
      return { title: outcomeLabel(event.data.outcome), detail: event.data.explanation };
    case 'closed':
      return { title: 'Případ jsme uzavřeli', detail: null };
  }
}

function assigned({
  from,
  department,
  officer,
  reason,
}: EventOf<'assigned'>['data']): Pick<TimelineEntry, 'title' | 'detail'> {
  const holder = officer ? `Má ho ${officer.name}, ${department.name}.` : `Vyřídí ho ${department.name}.`;
  const detail = `${holder} Důvod: ${reason}`;
  if (from.departmentId !== department.id) return { title: 'Podání jsme předali jinému odboru', detail };
  return { title: officer ? 'Podání jsme přidělili úředníkovi' : 'Podání čeká na jiného úředníka', detail };
}

function takenOver({ from, officer }: EventOf<'takenOver'>['data']): Pick<TimelineEntry, 'title' | 'detail'> {
  const fromAnother = from.officerId !== null && from.officerId !== officer.id;
  return {
    title: fromAnother ? 'Podání převzal jiný úředník' : 'Podání jsme převzali',
    detail: `Má ho ${officer.name}.`,
  };
}

/**
 * The plan is a forecast: no event says which of its steps goes on. Taking over stands for its first step and starting
 * for its second; a step that is behind is told by the events.
 */
function planned({
  state,
  plan,
  departmentNames,
}: Pick<History, 'state' | 'plan' | 'departmentNames'>): TimelineEntry[] {
  const current = state === 'inProgress' ? Math.min(1, plan.length - 1) : 0;
  const steps = plan.slice(current).map(({ title, department, targetDays }, i): TimelineEntry => {
    const who = departmentNames[department];
    const detail = `${who ? `${who}, plánujeme` : 'Plánujeme'} ${formatDays(targetDays)}`;
    return { at: null, title, detail, status: i === 0 && state !== 'filed' ? 'now' : 'ahead' };
  });
  return state === 'filed' ? [{ at: null, title: 'Čeká na převzetí', detail: null, status: 'now' }, ...steps] : steps;
}
