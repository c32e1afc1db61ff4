import type { Request, Response } from 'express';
import type { Deps } from '../deps.ts';
import { auditAccount } from './audit-account.ts';
import type { ClaimDeps } from './claim-drafts.ts';
import { landingOf } from './landing.ts';
import { wantedPath } from './return-to.ts';
import { startSession } from './session.ts';
import { type Login, whois } from './whois.ts';

interface Finish {
  login: Login;
  notice?: string;
}

/** Signs the person in and takes them where they were going; without such a place to where they begin. */
export async function finishSignIn(
  deps: Pick<Deps, 'now'> & ClaimDeps,
  req: Request,
  res: Response,
  { login, notice }: Finish,
): Promise<void> {
  const wanted = wantedPath(req) ?? req.session.returnTo;
  delete req.session.returnTo;
  await startSession(deps, req, login);
  if (notice !== undefined) req.session.notice = notice;
  const actor = await whois(deps.db, login);
  if (actor) await auditAccount(deps.db, { actor, at: deps.now(), action: 'signedIn', accountId: login.accountId });
  res.redirect(303, wanted ?? landingOf(actor));
}
