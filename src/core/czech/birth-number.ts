import { daysInMonth } from './days-in-month.ts';

/**
 * Birth number (rodné číslo, § 13 of act 133/2000 Sb.). Takes what was typed, with or without a slash and spaces;
 * returns nine or ten digits, or nothing when it is not one a person alive by `today` can have.
 */
export function readBirthNumber(typed: string, today: Temporal.PlainDate): string | undefined {
  const digits = typed.replace(/\s/g, '').replace(/^(\d{6})\//, '$1');
  if (!/^\d{9,10}$/.test(digits)) return undefined;
  const born = birthDay(digits);
  if (!born || isAfter(born, today)) return undefined;
  return digits.length === 9 || isChecked(digits, born.year) ? digits : undefined;
}

/** "805213/1234" */
export function formatBirthNumber(digits: string): string {
  return `${digits.slice(0, 6)}/${digits.slice(6)}`;
}

interface Day {
  year: number;
  month: number;
  day: number;
}

function birthDay(digits: string): Day | undefined {
  const year = birthYear(digits);
  const month = birthMonth(Number(digits.slice(2, 4)), year);
  const day = Number(digits.slice(4, 6));
  if (year === undefined || month === undefined || day < 1) return undefined;
  return day > daysInMonth(year, month) ? undefined : { year, month, day };
}

function isAfter({ year, month, day }: Day, today: Temporal.PlainDate): boolean {
  return (year - today.year || month - today.month || day - today.day) > 0;
}

/** Nine digits were given until the end of 1953, and never ended in 000. */
function birthYear(digits: string): number | undefined {
  const year = Number(digits.slice(0, 2));
  if (digits.length === 10) return year < 54 ? 2000 + year : 1900 + year;
  return year < 54 && !digits.endsWith('000') ? 1900 + year : undefined;
}

/** Women have 50 added; since 2004 another 20 where the day's numbers have run out. */
function birthMonth(typed: number, year = 0): number | undefined {
  const month = typed > 50 ? typed - 50 : typed;
  const plain = month > 20 && year >= 2004 ? month - 20 : month;
  return plain >= 1 && plain <= 12 ? plain : undefined;
}

/** Divisible by 11; until 1985 also those whose first nine digits leave 10 and whose last is 0. */
function isChecked(digits: string, year: number): boolean {
  if (Number(digits) % 11 === 0) return true;
  return year <= 1985 && Number(digits.slice(0, 9)) % 11 === 10 && digits.endsWith('0');
}
