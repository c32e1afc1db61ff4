import type { Request } from 'express';
import { claimDrafts, type ClaimDeps } from './claim-drafts.ts';
import type { Login } from './whois.ts';

/**
 * From here on this browser is that person. The session gets a new id, so one that somebody slipped them before is worth
 * nothing; what they began as a guest goes with them, what another signed-in person left in it does not. Nor does the day
 * for which a guest's filling in is kept: somebody signed in is signed out when idle, whatever came before.
 */
export async function startSession(deps: ClaimDeps, req: Request, login: Login): Promise<void> {
  const { drafts, cases, keptForms } = req.session;
  const wasGuest = req.actor.kind === 'guest';
  if (drafts) await claimDrafts(deps, { drafts, accountId: login.accountId });
  await new Promise<void>((resolve, reject) => {
    req.logIn(login, { session: true, keepSessionInfo: false }, settle(resolve, reject));
  });
  if (wasGuest && cases) req.session.cases = cases;
  // Each is sealed for one person; whoever else signs in cannot open it.
  if (wasGuest && keptForms) req.session.keptForms = keptForms;
}

/** A new, empty session under a new id; the old one is deleted from the database. */
export function renewSession(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.regenerate(settle(resolve, reject));
  });
}

function settle(resolve: () => void, reject: (error: Error) => void): (error: unknown) => void {
  return error => {
    if (error) reject(error instanceof Error ? error : new Error('session store', { cause: error }));
    else resolve();
  };
}
