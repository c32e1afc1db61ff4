/** Crockford's base 32: no I, L, O and U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;

/**
 * The secret by which somebody without an account follows their case: XXXX-XXXX-XXXX, sixty random bits.
 * Takes at least eight random bytes; fewer are a bug and throw a RangeError.
 */
export function formatTrackingCode(bytes: Uint8Array): string {
  const bits = Array.from(bytes, byte => byte.toString(2).padStart(8, '0')).join('');
  if (bits.length < length * 5) throw new RangeError('A tracking code takes at least eight bytes.');
  return grouped(Array.from({ length }, (_, i) => alphabet.charAt(parseInt(bits.slice(i * 5, i * 5 + 5), 2))).join(''));
}

/** Reads a code as people type it, and gives it in its one right spelling; null when it cannot be one. */
export function parseTrackingCode(text: string): string | null {
  const typed = text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(typed) ? grouped(typed) : null;
}

function grouped(code: string): string {
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join('-');
}
