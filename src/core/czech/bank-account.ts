/**
 * Czech bank account number (regulation 169/2011 Sb.): `[prefix-]number/code`. Takes what was typed, spaces allowed;
 * returns it without spaces and needless zeros, or nothing when a check by modulo 11 fails.
 */
export function readBankAccount(typed: string): string | undefined {
  const match = /^(?:(\d{1,6})-)?(\d{2,10})\/(\d{4})$/.exec(typed.replace(/\s/g, '').replace(/[–−]/, '-'));
  if (!match) return undefined;
  const [, prefix = '0', number = '', code = ''] = match;
  const significant = number.replace(/^0+/, '');
  if (significant.replaceAll('0', '').length < 2 || !isDivisible(prefix) || !isDivisible(number)) return undefined;
  return Number(prefix) === 0 ? `${significant}/${code}` : `${String(Number(prefix))}-${significant}/${code}`;
}

const weights = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];

function isDivisible(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) sum += Number(digits.at(-1 - place)) * (weights[place] ?? 0);
  return sum % 11 === 0;
}
