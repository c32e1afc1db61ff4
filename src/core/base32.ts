/** Crockford's base 32: no I, L, O and U, so that nobody mistakes one for 1 or 0, nor reads a word in it. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** As many characters as asked for, five bits each, from the beginning of the bytes. Fewer bits are a bug and throw a RangeError. */
export function writeBase32(bytes: Uint8Array, length: number): string {
  const bits = Array.from(bytes, byte => byte.toString(2).padStart(8, '0')).join('');
  if (bits.length < length * 5) throw new RangeError(`${length} characters take ${length * 5} bits.`);
  return Array.from({ length }, (_, i) => alphabet.charAt(parseInt(bits.slice(i * 5, i * 5 + 5), 2))).join('');
}

/** What somebody typed of it: without what stands between, and with the letters that are mistaken put right. */
export function readBase32(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/** XXXX-XXXX-…, as people copy it. */
export function inFours(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-');
}
