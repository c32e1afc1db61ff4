import type { Actor } from '../actor.ts';
import type { Definition } from './definition.ts';

/** How surely it is known who somebody is; from `substantial` on by an eIDAS means of identification (article 8). */
export type IdentityLevel = Definition['whoMayFile']['identity'];

const ascending: readonly IdentityLevel[] = ['none', 'account', 'substantial', 'high'];

/** Whether somebody known at `level` may file what needs `needed`. */
export function meets(level: IdentityLevel, needed: IdentityLevel): boolean {
  return ascending.indexOf(level) >= ascending.indexOf(needed);
}

/** An account proves a mailbox, nothing more; the portal offers no means of a higher level yet. */
export function identityOf({ kind }: Actor): IdentityLevel {
  return kind === 'citizen' || kind === 'officer' ? 'account' : 'none';
}
