import { inFours, readBase32, writeBase32 } from '../base32.ts';

const length = 12;

/**
 * The secret by which somebody without an account follows their case: XXXX-XXXX-XXXX, sixty random bits.
 * Takes at least eight random bytes; fewer are a bug and throw a RangeError.
 */
export function formatTrackingCode(bytes: Uint8Array): string {
  return inFours(writeBase32(bytes, length));
}

/** Reads a code as people type it, and gives it in its one right spelling; null when it cannot be one. */
export function parseTrackingCode(text: string): string | null {
  const typed = readBase32(text);
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(typed) ? inFours(typed) : null;
}
