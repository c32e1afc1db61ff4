import { z } from 'zod';
import type { AssuranceLevel } from '../actor.ts';

/** Who somebody is by the words of a provider, in the words of the portal. */
interface Identified {
  subject: string;
  level: AssuranceLevel;
  name: string;
  birthDate: string | null;
  address: string | null;
  email: string | null;
  /** The organisation whose statutory representative the provider says they are. */
  represents?: Represented;
}

export interface Represented {
  ico: string;
  name: string;
}

/** Why somebody is not let in by what a provider says. */
type Unusable = 'level' | 'incomplete';

export type Identification = { ok: true; identity: Identified } | { ok: false; problem: Unusable };

export type Claims = Record<string, unknown>;

/** A claim that is a text with something in it; null for anything else. */
export function textIn(claims: Claims, name: string): string | null {
  const value = claims[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Given name and surname; the name as a whole where the provider gives no parts. */
export function nameIn(claims: Claims): string | null {
  const parts = ['given_name', 'middle_name', 'family_name'].flatMap(part => textIn(claims, part) ?? []);
  const name = parts.length > 1 ? parts.join(' ') : textIn(claims, 'name');
  return name?.slice(0, 200) ?? null;
}

/** None when it is badly written, or when the provider says that nobody has proved it. */
export function emailIn(claims: Claims): string | null {
  if (claims['email_verified'] === false) return null;
  return email.safeParse(textIn(claims, 'email')?.toLowerCase()).data ?? null;
}

export function birthDateIn(claims: Claims): string | null {
  return z.iso.date().safeParse(claims['birthdate']).data ?? null;
}

const email = z.email().max(254);
