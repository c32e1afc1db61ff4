import type { Request } from 'express';
import type { Deps } from '../deps.ts';
import { claimDrafts, type ClaimDeps } from './claim-drafts.ts';
import { recordSignIn, type SignedIn } from './sign-ins.ts';
import type { Login } from './whois.ts';

type SessionDeps = ClaimDeps & Pick<Deps, 'now'>;

/**
 * From here on this browser is that person. The session gets a new id, so one that somebody slipped them before is worth
 * nothing; what they began as a guest goes with them, what another signed-in person left in it does not. Nor does the day
 * for which a guest's filling in is kept: somebody signed in is signed out when idle, whatever came before.
 */
export async function startSession(deps: SessionDeps, req: Request, signedIn: SignedIn): Promise<Login> {
  const { drafts, cases, keptForms } = req.session;
  const wasGuest = req.actor.kind === 'guest';
  const login = await recordSignIn(deps, req, signedIn);
  if (drafts) await claimDrafts(deps, { drafts, accountId: login.accountId });
  await new Promise<void>((resolve, reject) => {
    req.logIn(login, { session: true, keepSessionInfo: false }, settle(resolve, reject));
  });
  if (wasGuest && cases) req.session.cases = cases;
  // Each is sealed for one person; whoever else signs in cannot open it.
  if (wasGuest && keptForms) req.session.keptForms = keptForms;
  return login;
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
