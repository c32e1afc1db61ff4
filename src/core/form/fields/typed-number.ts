/**
 * A number as Czechs type it: "1 250,5", "1 250", "1250.5", "1.250,50", "−3". Nothing when it is not one, or when it has
 * more digits than a computer number holds exactly.
 */
export function readNumber(typed: string): { value: number; decimals: number } | undefined {
  const compact = typed.replace(/[−–]/g, '-').replace(/^([+-])\s+/, '$1');
  const match =
    /^([+-]?)(\d+|\d{1,3}(?:\s\d{3})+)(?:[.,](\d+))?$/.exec(compact) ??
    /^([+-]?)(\d{1,3}(?:\.\d{3})+),(\d+)$/.exec(compact);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = whole.replace(/[\s.]/g, '');
  if (digits.length + fraction.length > 15) return undefined;
  // `+ 0` so that "-0" is plain zero.
  return { value: Number(`${sign}${digits}.${fraction}0`) + 0, decimals: fraction.length };
}

/** Why a number is outside of what the agenda allows, or nothing. `name` turns a bound into words, e.g. "5 m²". */
export function rangeProblem(
  value: number,
  range: { min?: number | undefined; max?: number | undefined },
  name: (bound: number) => string,
): string | undefined {
  const { min, max } = range;
  if (min !== undefined && value < min) return `Zadejte nejméně ${name(min)}`;
  if (max !== undefined && value > max) return `Zadejte nejvýš ${name(max)}`;
  return undefined;
}
