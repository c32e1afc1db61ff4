import type { AssuranceLevel } from '../actor.ts';
import { birthDateIn, type Claims, emailIn, type Identification, nameIn, textIn } from './claims.ts';

/** A person by the standard claims of OpenID Connect and a level as the eIDAS regulation names it; below substantial none. */
export function eidasIdentity(subject: string, claims: Claims): Identification {
  const level = levels.get(textIn(claims, 'acr') ?? '');
  if (!level) return { ok: false, problem: 'level' };
  const name = nameIn(claims);
  if (name === null) return { ok: false, problem: 'incomplete' };
  const identity = { subject, level, name, birthDate: birthDateIn(claims), email: emailIn(claims) };
  return { ok: true, identity: { ...identity, address: addressIn(claims) } };
}

/** How eIDAS names the levels that prove an identity. */
export const eidasLevels = {
  substantial: 'http://eidas.europa.eu/LoA/substantial',
  high: 'http://eidas.europa.eu/LoA/high',
} as const;

const levels = new Map<string, AssuranceLevel>([
  [eidasLevels.substantial, 'substantial'],
  [eidasLevels.high, 'high'],
]);

function addressIn({ address }: Claims): string | null {
  if (typeof address !== 'object' || address === null) return null;
  return textIn({ ...address }, 'formatted')?.slice(0, 500) ?? null;
}
