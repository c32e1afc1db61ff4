/**
 * Identification number of a person (IČO, § 24 of act 111/2009 Sb.): eight digits of which the last checks the others.
 * Takes what was typed, with spaces or without leading zeros; returns eight digits, or nothing when it is no IČO.
 */
export function readIco(typed: string): string | undefined {
  const digits = typed.replace(/\s/g, '');
  if (!/^\d{1,8}$/.test(digits) || Number(digits) === 0) return undefined;
  const ico = digits.padStart(8, '0');
  return checkDigit(ico.slice(0, 7)) === Number(ico[7]) ? ico : undefined;
}

/** Weights 8 to 2; the remainder 0 is checked by 1, 1 by 0, any other by its complement to 11. */
function checkDigit(digits: string): number {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) sum += Number(digits[place]) * (8 - place);
  return (11 - (sum % 11)) % 10;
}
