import { z } from 'zod';
import { formatDate } from '../../core/czech/format.ts';

export const periods = ['mesic', 'minuly-mesic', 'ctvrtleti', 'rok', 'minuly-rok', 'vlastni'] as const;
type PeriodName = (typeof periods)[number];

/** Days in Prague, both ends included. */
export interface Period {
  name: PeriodName;
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
}

interface Asked {
  name: string;
  from: string;
  until: string;
}

/** At most ten years: older cases are erased. */
const longestDays = 3660;

/** The period the address asks for; this year when it asks for nothing. A problem for days that make none. */
export function readPeriod(asked: Asked, today: Temporal.PlainDate): { period: Period; problem: string | null } {
  const name = periods.find(known => known === asked.name) ?? 'rok';
  if (name !== 'vlastni') return { period: named(name, today), problem: null };
  const [from, until] = [dayIn(asked.from), dayIn(asked.until)];
  const usual = { ...named('rok', today), name };
  if (!from || !until) return { period: usual, problem: 'Vyplňte první i\u00a0poslední den období.' };
  if (Temporal.PlainDate.compare(from, until) > 0) {
    return { period: usual, problem: 'První den období musí být před posledním.' };
  }
  if (from.until(until).days > longestDays) return { period: usual, problem: 'Zvolte období nejvýš 10\u00a0let.' };
  return { period: { name, from, until }, problem: null };
}

/** "1. ledna 2026 – 28. listopadu 2026". */
export function periodText({ from, until }: Period): string {
  return `${formatDate(from)} –\u00a0${formatDate(until)}`;
}

function named(name: Exclude<PeriodName, 'vlastni'>, today: Temporal.PlainDate): Period {
  const month = today.with({ day: 1 });
  const year = today.with({ month: 1, day: 1 });
  switch (name) {
    case 'mesic':
      return { name, from: month, until: today };
    case 'minuly-mesic':
      return { name, from: month.subtract({ months: 1 }), until: month.subtract({ days: 1 }) };
    case 'ctvrtleti':
      return { name, from: month.subtract({ months: (today.month - 1) % 3 }), until: today };
    case 'rok':
      return { name, from: year, until: today };
    case 'minuly-rok':
      return { name, from: year.subtract({ years: 1 }), until: year.subtract({ days: 1 }) };
  }
}

const day = z.iso.date().transform(text => Temporal.PlainDate.from(text));

function dayIn(text: string): Temporal.PlainDate | null {
  const parsed = day.safeParse(text);
  return parsed.success && parsed.data.year >= 2000 && parsed.data.year <= 2100 ? parsed.data : null;
}
