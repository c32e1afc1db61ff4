import type { Request, Response } from 'express';
import type { Deps } from '../deps.ts';
import { addressDigest, isGivenUpOn } from '../notifications/bounces.ts';
import { auditAccount } from './audit-account.ts';
import type { ClaimDeps } from './claim-drafts.ts';
import { landingOf } from './landing.ts';
import { wantedPath } from './return-to.ts';
import { startSession } from './session.ts';
import type { SignedIn } from './sign-ins.ts';
import { type Login, whois } from './whois.ts';

interface Finish {
  signedIn: SignedIn;
  notice?: string;
}

/** Signs the person in and takes them where they were going; without such a place to where they begin. */
export async function finishSignIn(
  deps: Pick<Deps, 'now'> & ClaimDeps,
  req: Request,
  res: Response,
  { signedIn, notice }: Finish,
): Promise<void> {
  const wanted = wantedPath(req) ?? req.session.returnTo;
  delete req.session.returnTo;
  const login = await startSession(deps, req, signedIn);
  if (notice !== undefined) req.session.notice = notice;
  if (await isMailLost(deps, login)) req.session.isMailLost = true;
  const actor = await whois(deps, login);
  if (actor)
    await auditAccount(deps.db, {
      actor,
      at: deps.now(),
      action: 'signedIn',
      accountId: login.accountId,
      details: { method: signedIn.method },
    });
  res.redirect(303, wanted ?? landingOf(actor));
}

/** Whether mails to this person come back. Found out once, since the layout of every page tells them. */
async function isMailLost({ db, vault }: ClaimDeps, { accountId }: Login): Promise<boolean> {
  const { email } = await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { email: true } });
  return email !== null && isGivenUpOn(db, addressDigest(vault, email));
}
