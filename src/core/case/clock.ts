import { dayInPrague, formatDate, formatDays } from '../czech/format.ts';
import { isHoliday } from '../czech/holidays.ts';
import { addWorkingDays, isWorkingDay, nextWorkingDay } from '../czech/working-days.ts';
import type { Definition } from '../form/definition.ts';

export type Clock = Definition['clock'];

export interface Due {
  /** The last day of the period, a day in Prague. */
  dueOn: Temporal.PlainDate;
  /** Where the day comes from, in Czech, naming the provision. */
  explanation: string;
}

/**
 * By when the office has to decide. § 40 odst. 1 of the Code of Administrative Procedure (500/2004): the day of filing
 * does not count, and a period that would end on a Saturday, Sunday or holiday ends on the next working day.
 * Days are days in Prague: a filing at 23:59 belongs to that day.
 */
export function dueOn({ clock, filedAt }: { clock: Clock; filedAt: Temporal.Instant }): Due {
  const filedOn = dayInPrague(filedAt);
  const counted = clock.unit === 'working' ? addWorkingDays(filedOn, clock.days) : filedOn.add({ days: clock.days });
  const due = isWorkingDay(counted) ? counted : nextWorkingDay(counted);
  return { dueOn: due, explanation: explain({ clock, filedOn, counted, due }) };
}

/** Calendar days from today to the due day; zero on the day itself, negative when it has passed. */
export function daysLeft(due: Temporal.PlainDate, today: Temporal.PlainDate): number {
  return today.until(due, { largestUnit: 'days' }).days;
}

interface Calculation {
  clock: Clock;
  filedOn: Temporal.PlainDate;
  counted: Temporal.PlainDate;
  due: Temporal.PlainDate;
}

function explain({ clock, filedOn, counted, due }: Calculation): string {
  const from = formatDate(filedOn.add({ days: 1 }));
  const period = `Lhůta ${formatDays(clock.days, clock.unit)} (${clock.provision}) běží od\u00a0${from}, tedy ode dne po\u00a0podání.`;
  if (counted.equals(due)) return `${period} Poslední den je ${formatDate(due, 'weekday')}.`;
  return `${period} Poslední den by připadl na ${dayOff(counted)} ${formatDate(counted)}, proto se posouvá na nejbližší pracovní den: ${formatDate(due, 'weekday')} (§\u00a040 odst.\u00a01 správního řádu).`;
}

/** Why a day is not a working one, as "připadl na ..." continues. */
function dayOff(date: Temporal.PlainDate): string {
  if (isHoliday(date)) return 'svátek';
  return date.dayOfWeek === 6 ? 'sobotu' : 'neděli';
}
