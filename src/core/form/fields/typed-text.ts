/**
 * Why a typed text cannot be taken, or nothing. Counts what a person sees as characters more closely than UTF-16 does.
 * Refused: control characters, and those that turn the direction of writing and could show a clerk something else than
 * was typed.
 */
export function textProblem(text: string, maxLength: number, allowed: 'one line' | 'lines'): string | undefined {
  if (unreadable[allowed].test(text)) return 'Napište text znovu na klávesnici, obsahuje znaky, které neumíme přečíst';
  // No text has more characters than units, so most need not be counted.
  if (text.length <= maxLength) return undefined;
  const length = text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
  if (length <= maxLength) return undefined;
  return `Zkraťte text na nejvýš ${characters(maxLength)}, teď jich má ${length.toLocaleString('cs-CZ')}`;
}

const unreadable = {
  'one line': /\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFFFD]/u,
  lines: /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069\uFFFD]/u,
};

function characters(count: number): string {
  const noun = { one: 'znak', few: 'znaky' }[new Intl.PluralRules('cs').select(count) as string] ?? 'znaků';
  return `${count.toLocaleString('cs-CZ')}\u00a0${noun}`;
}
