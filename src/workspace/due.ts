import { daysLeft } from '../core/case/clock.ts';
import { type CaseState, isOpen } from '../core/case/states.ts';
import { formatDate, formatDue } from '../core/czech/format.ts';

export interface DueView {
  /** "za 5 dní", "po termínu 3 dny"; what is decided waits for nothing. */
  text: string;
  tone: 'overdue' | 'soon' | 'calm' | 'none';
  isUrgent: boolean;
  /** The day itself, in numbers; empty when none is waited for. */
  day: string;
}

const soonDays = 3;

interface Waiting {
  state: CaseState;
  dueOn: Temporal.PlainDate;
  /** The period stands still. */
  isStopped: boolean;
}

/** How urgent a case is, in words first. */
export function dueView({ state, dueOn, isStopped }: Waiting, today: Temporal.PlainDate): DueView {
  const day = formatDate(dueOn, 'numeric');
  if (!isOpen(state)) return { text: '–', tone: 'none', isUrgent: false, day: '' };
  if (state === 'unconfirmed') return { text: 'nepotvrzeno', tone: 'none', isUrgent: false, day: '' };
  if (isStopped) return { text: 'stojí', tone: 'none', isUrgent: false, day: '' };
  const left = daysLeft(dueOn, today);
  const tone = left < 0 ? 'overdue' : left <= soonDays ? 'soon' : 'calm';
  return { text: formatDue(dueOn, today), tone, isUrgent: tone !== 'calm', day };
}
