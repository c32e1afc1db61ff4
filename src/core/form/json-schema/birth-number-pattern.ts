/**
 * The pattern of birth numbers as far as one can say it: nine digits until 1953, never ending in 000; women have 50 added to
 * the month, and since 2004 another 20 may be. It knows neither the check digit nor how long months are nor today.
 */
export function birthNumberPattern(): string {
  const ways = [
    `([0-4][0-9]|5[0-3])${month}${day}(?!000)[0-9]{3}`,
    `[0-9]{2}${month}${day}[0-9]{4}`,
    `(0[4-9]|[1-4][0-9]|5[0-3])${laterMonth}${day}[0-9]{4}`,
  ];
  return `(${ways.join('|')})`;
}

const month = '([05][1-9]|[16][0-2])';
const laterMonth = '([27][1-9]|[38][0-2])';
const day = '(0[1-9]|[12][0-9]|3[01])';
