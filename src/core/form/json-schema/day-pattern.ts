/** The pattern of all days (YYYY-MM-DD) the calendar has in the years a form takes, 1850 to 2200. */
export function dayPattern(): string {
  const inMonths = [
    '[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])',
    '[0-9]{4}-(0[13-9]|1[0-2])-(29|30)',
    '[0-9]{4}-(0[13578]|1[02])-31',
    `${leapYear}-02-29`,
  ];
  return `(?=${year}-)(${inMonths.join('|')})`;
}

const year = '(18[5-9][0-9]|19[0-9]{2}|2[01][0-9]{2}|2200)';
/** Of the years that end in 00, among those only 2000. */
const leapYear = '([0-9]{2}(0[48]|[2468][048]|[13579][26])|2000)';
