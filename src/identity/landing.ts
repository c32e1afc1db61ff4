import type { Actor } from '../core/actor.ts';

/** Where a signed-in person begins: officers at their inbox, everybody else at their filings. */
export function landingOf(actor: Actor | null): string {
  return actor?.kind === 'officer' ? '/urad' : '/moje';
}
