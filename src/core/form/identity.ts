import type { Actor } from '../actor.ts';
import type { Definition } from './definition.ts';

/** How surely it is known who somebody is; from `substantial` on by an eIDAS means of identification (article 8). */
export type IdentityLevel = Definition['whoMayFile']['identity'];

const ascending: readonly IdentityLevel[] = ['none', 'account', 'substantial', 'high'];

/** Whether somebody known at `level` may file what needs `needed`. */
export function meets(level: IdentityLevel, needed: IdentityLevel): boolean {
  return ascending.indexOf(level) >= ascending.indexOf(needed);
}

/** An officer signed in to work proves their post; for matters of their own that is an account. */
export function identityOf(actor: Actor): IdentityLevel {
  if (actor.kind === 'citizen') return actor.level;
  return actor.kind === 'officer' ? 'account' : 'none';
}
