import { dayInPrague, formatDate, formatDays } from '../czech/format.ts';
import { isHoliday } from '../czech/holidays.ts';
import { type Clock, dueOn, startClock } from './clock.ts';
import { clockLaws } from './clock-law.ts';
import type { CaseEvent } from './events.ts';

interface Explained {
  clock: Clock;
  filedOn: Temporal.PlainDate;
  /** In the order they happened. */
  events: CaseEvent[];
}

/**
 * Where the last day comes from: a sentence for how the period began and one for each thing that moved it, in Czech,
 * naming the provisions. The same for the applicant and the office.
 */
export function explainClock({ clock, filedOn, events }: Explained): string[] {
  let standsStill = false;
  const sentences = [beginning(clock, filedOn)];
  for (const event of events) {
    const sentence = sentenceOf(event, clock, standsStill);
    if (sentence !== null) sentences.push(sentence);
    standsStill = standsStillAfter(event, standsStill);
  }
  return sentences;
}

function standsStillAfter(event: CaseEvent, before: boolean): boolean {
  switch (event.type) {
    case 'supplementRequested':
      return event.data.suspends;
    case 'suspended':
      return true;
    case 'supplemented':
    case 'supplementMissed':
    case 'resumed':
      return false;
    default:
      return before;
  }
}

function sentenceOf(event: CaseEvent, clock: Clock, standsStill: boolean): string | null {
  const law = clockLaws[clock.kind];
  const on = formatDate(dayInPrague(Temporal.Instant.from(event.at)));
  switch (event.type) {
    case 'supplementRequested':
      return event.data.suspends
        ? `Od\u00a0${on} lhůta stojí, protože úřad čeká na doplnění (${law.suspension ?? clock.provision}).`
        : null;
    case 'suspended':
      return `Od\u00a0${on} lhůta stojí, řízení je přerušené (${law.suspension ?? clock.provision}).`;
    case 'supplemented':
      if (law.supplement === 'restarts') {
        return `Doplnění přišlo ${on} a\u00a0lhůta od něj běží znovu celá (${law.suspension ?? clock.provision}). ${lastDay(event.data.dueOn)}`;
      }
      return standsStill ? goesOn(on, event.data.dueOn) : null;
    case 'supplementMissed':
    case 'resumed':
      return standsStill ? goesOn(on, event.data.dueOn) : null;
    case 'extended':
      return `${on} ji úřad prodloužil o\u00a0${formatDays(event.data.days, clock.unit)} (${law.extension?.provision ?? clock.provision}). ${lastDay(event.data.dueOn)}`;
    case 'appealSettled':
      return (
        event.data.dueOn &&
        `Po\u00a0odvolání rozhoduje úřad znovu, lhůta běží znovu od\u00a0${on}. ${lastDay(event.data.dueOn)}`
      );
    default:
      return null;
  }
}

function goesOn(on: string, due: string): string {
  return `${on} přerušení skončilo. Lhůta běží dál tím, co z\u00a0ní zbývalo, nejméně však 15\u00a0dní (§\u00a065 odst.\u00a01 správního řádu). ${lastDay(due)}`;
}

function lastDay(due: string): string {
  return `Poslední den je ${formatDate(Temporal.PlainDate.from(due), 'weekday')}.`;
}

function beginning(clock: Clock, filedOn: Temporal.PlainDate): string {
  const state = startClock(clock, filedOn);
  const due = dueOn(state);
  const from = formatDate(filedOn.add({ days: 1 }));
  const period = `Lhůta ${formatDays(clock.days, clock.unit)} (${clock.provision}) běží od\u00a0${from}, tedy ode dne po\u00a0podání.`;
  const { countedTo } = state;
  if (countedTo.equals(due)) return `${period} Poslední den je ${formatDate(due, 'weekday')}.`;
  return `${period} Poslední den by připadl na ${dayOff(countedTo)} ${formatDate(countedTo)}, proto se posouvá na nejbližší pracovní den: ${formatDate(due, 'weekday')} (§\u00a040 odst.\u00a01 správního řádu).`;
}

/** Why a day is not a working one, as "připadl na ..." continues. */
function dayOff(date: Temporal.PlainDate): string {
  if (isHoliday(date)) return 'svátek';
  return date.dayOfWeek === 6 ? 'sobotu' : 'neděli';
}
