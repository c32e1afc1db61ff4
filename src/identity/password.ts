import { hash, verify } from 'argon2';
import { z } from 'zod';

// OWASP's minimum for argon2id, the library's default kind; a sign-in takes some tens of milliseconds and 19 MB.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const minLength = 8;
const maxLength = 200;

/** A new password: any characters a person can type, also „ř“, spaces and emoji. Counted as a person counts them. */
export const newPassword = z
  .string({ error: 'Zadejte heslo' })
  .refine(password => !password.includes('\0'), 'Heslo obsahuje znak, který v\u00a0něm být nemůže')
  .refine(password => lengthOf(password) >= minLength, `Zadejte heslo, které má aspoň ${minLength}\u00a0znaků`)
  .refine(password => lengthOf(password) <= maxLength, `Zadejte heslo, které má nejvýš ${maxLength}\u00a0znaků`);

export function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), cost);
}

/** In place of a hash: an account that no password opens until one is set through its mailbox. */
export const noPassword = '';

/** Also for an account that does not exist (`null`): refusing takes as long, so time tells nobody whether it does. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  // Nothing longer was ever hashed, and hashing a megabyte for a stranger is a favour too many.
  if (password.length > maxLength * 20) return false;
  const known = passwordHash !== null && passwordHash !== noPassword;
  const matches = await verify(known ? passwordHash : await unknownHash(), normalised(password));
  return known && matches;
}

let unknown: Promise<string> | undefined;

function unknownHash(): Promise<string> {
  unknown ??= hashPassword('heslo účtu, který není');
  return unknown;
}

/** One keyboard types „č“ as one character, another as two; it is the same password (RFC 8265, section 4.2). */
function normalised(password: string): string {
  return password.normalize('NFKC');
}

function lengthOf(password: string): number {
  return Array.from(normalised(password)).length;
}
