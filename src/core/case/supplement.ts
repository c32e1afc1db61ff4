import { workingDayFrom } from '../czech/working-days.ts';
import type { Clock } from './clock.ts';

/** The periods offered for mending a filing, in days. 106/1999, § 14 (5), gives thirty; elsewhere it is to be reasonable. */
const usualPeriods = [15, 30] as const;

interface UsualDeadline {
  days: number;
  until: Temporal.PlainDate;
}

/** The last days to offer when the applicant is asked to mend something; none of them is a day off. */
export function usualDeadlines(today: Temporal.PlainDate): UsualDeadline[] {
  return usualPeriods.map(days => ({ days, until: workingDayFrom(today.add({ days })) }));
}

const consequences: Record<Clock['kind'], string> = {
  administrative:
    'Když podání v\u00a0termínu nedoplníte, můžeme řízení zastavit (§\u00a066 odst.\u00a01 písm.\u00a0c) správního řádu).',
  information:
    'Když žádost v\u00a0termínu nedoplníte, odložíme ji; když z\u00a0ní nebude jasné, co chcete vědět, odmítneme ji (§\u00a014 odst.\u00a05 zákona č.\u00a0106/1999\u00a0Sb.).',
  complaint: 'Když stížnost v\u00a0termínu nedoplníte, prošetříme ji podle toho, co víme.',
  own: 'Když podání v\u00a0termínu nedoplníte, vyřídíme ho podle toho, co v\u00a0něm je.',
};

/** What usually follows when nothing is mended, by kind of clock; the officer may write it otherwise. */
export function usualConsequence({ kind }: Clock): string {
  return consequences[kind];
}
