/** § 1 and § 2 of act no. 245/2000 Coll., as month-day. */
const fixedHolidays = new Set([
  '01-01',
  '05-01',
  '05-08',
  '07-05',
  '07-06',
  '09-28',
  '10-28',
  '11-17',
  '12-24',
  '12-25',
  '12-26',
]);

/**
 * Whether the day is a Czech public holiday: a state holiday or another holiday of act no. 245/2000 Coll.
 * Right from 2016 on, when Good Friday became one. A Sunday is not a holiday.
 */
export function isHoliday(date: Temporal.PlainDate): boolean {
  if (fixedHolidays.has(date.toString().slice(-5))) return true;
  const easter = easterSunday(date.year);
  return date.equals(easter.subtract({ days: 2 })) || date.equals(easter.add({ days: 1 }));
}

/** Computus for the Gregorian calendar (Meeus, Jones and Butcher). */
function easterSunday(year: number): Temporal.PlainDate {
  const goldenNumber = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((8 * century + 13) / 25);
  const epact = (19 * goldenNumber + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const lateMoon = Math.floor((goldenNumber + 11 * epact + 22 * toSunday) / 451);
  const daysFromMarch = epact + toSunday - 7 * lateMoon + 114;
  return new Temporal.PlainDate(year, Math.floor(daysFromMarch / 31), (daysFromMarch % 31) + 1);
}
