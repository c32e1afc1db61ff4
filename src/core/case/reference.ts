interface Parts {
  year: number;
  /** From 1; five digits, more when needed. */
  number: number;
  /** An administrator's test drive, which nobody may take for a filing. */
  isTrial?: boolean;
}

/**
 * Nineteen letters that are not mistaken for digits or for one another. Nineteen is a prime and more than ten, and the
 * weights are powers of two: any one wrong digit and any two swapped neighbours change the check character.
 */
const checkLetters = 'ABCDEFHJKMNPRSTVXYZ';

/**
 * The reference of a case, as people read it over the phone: HK26-00123-K. Two digits of the year, the number within
 * the year, and a check character. That of a trial begins with ZK.
 */
export function formatReference({ year, number, isTrial = false }: Parts): string {
  const yearDigits = String(year % 100).padStart(2, '0');
  const numberDigits = String(number).padStart(5, '0');
  return `${isTrial ? 'ZK' : 'HK'}${yearDigits}-${numberDigits}-${checkLetter(yearDigits + numberDigits, isTrial)}`;
}

/**
 * Reads a reference as people type it: small letters, spaces, other dashes or none, O for 0, I or L for 1. Gives it in
 * its one right spelling; null when it is none, or when the check character says that it was mistyped.
 */
export function parseReference(text: string): string | null {
  const typed = text.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const match = /^(HK|ZK)([0-9OIL]{2})([0-9OIL]{5,9})([A-Z])$/.exec(typed);
  if (!match) return null;
  const [, prefix = '', yearText = '', numberText = '', check = ''] = match;
  const [yearDigits, numberDigits] = [digits(yearText), digits(numberText)];
  const number = Number(numberDigits);
  const right = formatReference({ year: 2000 + Number(yearDigits), number, isTrial: prefix === 'ZK' });
  return number > 0 && right === `${prefix}${yearDigits}-${numberDigits}-${check}` ? right : null;
}

/** A trial begins elsewhere, so that the one wrong letter that would make a filing of it is noticed too. */
function checkLetter(payload: string, isTrial: boolean): string {
  let sum = isTrial ? 1 : 0;
  for (const digit of payload) sum = (sum * 2 + Number(digit)) % checkLetters.length;
  return checkLetters.charAt(sum);
}

function digits(text: string): string {
  return text.replaceAll('O', '0').replace(/[IL]/g, '1');
}
