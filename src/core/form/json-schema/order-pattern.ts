/**
 * The pattern of all days (YYYY-MM-DD) or times (HH:MM) that come before or after a given one; JSON Schema compares numbers
 * only. `false` when there is none; nothing when what is given is neither a day nor a time.
 */
export function orderPattern(literal: string, order: Order): string | false | undefined {
  if (!/^(\d{4}-\d{2}-\d{2}|\d{2}:\d{2})$/.test(literal)) return undefined;
  const digits = Array.from(literal);
  const others = digits.flatMap((digit, index) => {
    const differing = digitsBeyond(digit, order);
    // The first digit that differs decides, whatever follows.
    return differing === undefined
      ? []
      : [
          `${literal.slice(0, index)}${differing}${digits
            .slice(index + 1)
            .map(anyLike)
            .join('')}`,
        ];
  });
  const ways = order.endsWith('=') ? [literal, ...others] : others;
  return ways.length > 0 && `^(${ways.join('|')})$`;
}

export type Order = '<' | '<=' | '>' | '>=';

function digitsBeyond(digit: string, order: Order): string | undefined {
  if (!/\d/.test(digit) || digit === (order.startsWith('<') ? '0' : '9')) return undefined;
  return order.startsWith('<') ? `[0-${Number(digit) - 1}]` : `[${Number(digit) + 1}-9]`;
}

function anyLike(character: string): string {
  return /\d/.test(character) ? '[0-9]' : character;
}
