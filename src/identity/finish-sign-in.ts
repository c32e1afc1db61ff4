import type { Request, Response } from 'express';
import { awaitedBySignIn, confirmBySignIn, type SignInProblem } from '../authorisation/by-sign-in.ts';
import { browserWords } from '../core/identity/browser-words.ts';
import type { Deps } from '../deps.ts';
import { newSignIn } from '../notifications/letters.ts';
import { enqueueMail } from '../notifications/queue.ts';
import { addressDigest, isGivenUpOn } from '../notifications/bounces.ts';
import { auditAccount } from './audit-account.ts';
import type { ClaimDeps } from './claim-drafts.ts';
import { knownBrowser, rememberBrowser } from './known-browser.ts';
import { landingOf } from './landing.ts';
import { pageUrl } from '../web/page-url.ts';
import { wantedPath } from './return-to.ts';
import { halfOf, keepHalfSignIn } from './second-factor/half-sign-in.ts';
import { startSession } from './session.ts';
import type { SignedIn } from './sign-ins.ts';
import { type Login, whois } from './whois.ts';

interface Finish {
  signedIn: SignedIn;
  notice?: string;
}

export type FinishDeps = Pick<Deps, 'now' | 'boss' | 'config'> & ClaimDeps;

/**
 * Signs the person in and takes them where they were going; without such a place to where they begin. An account that asks
 * for a code besides what was proved is not entered before it was given.
 */
export async function finishSignIn(
  deps: FinishDeps,
  req: Request,
  res: Response,
  { signedIn, notice }: Finish,
): Promise<void> {
  const wanted = wantedPath(req) ?? req.session.returnTo;
  const half = await halfOf(deps, signedIn);
  if (half) {
    if (wanted !== undefined) req.session.returnTo = wanted;
    keepHalfSignIn(deps, req, { ...half, ...(notice !== undefined && { notice }) });
    res.redirect(303, '/prihlaseni/kod');
    return;
  }
  delete req.session.returnTo;
  const awaited = awaitedBySignIn(req);
  const login = await startSession(deps, req, signedIn);
  if (notice !== undefined) req.session.notice = notice;
  const { email, name } = await deps.db.account.findUniqueOrThrow({
    where: { id: login.accountId },
    select: { email: true, name: true },
  });
  const notConfirmed = awaited === null ? null : await confirmAwaited(deps, { id: awaited, name, login, signedIn });
  if (notConfirmed !== null) req.session.notice = notConfirmed.notice;
  if (email !== null) {
    if (await isGivenUpOn(deps.db, addressDigest(deps.vault, email))) req.session.isMailLost = true;
    // Whoever came by a link in a mail reads that mailbox; a mail would tell them what they did.
    await meetBrowser(deps, { req, res, email, login, isTold: signedIn.method !== 'mailLink' });
  }
  const actor = await whois(deps, login);
  if (actor)
    await auditAccount(deps.db, {
      actor,
      at: deps.now(),
      action: 'signedIn',
      accountId: login.accountId,
      details: { method: methodOf(signedIn) },
    });
  // Somebody else's document is not there for them.
  res.redirect(303, notConfirmed?.isOfOthers ? landingOf(actor) : (wanted ?? landingOf(actor)));
}

/** The sign-in was to confirm a document: null when it did, else what to say. */
async function confirmAwaited(
  deps: FinishDeps,
  { id, name, login, signedIn }: { id: string; name: string; login: Login; signedIn: SignedIn },
): Promise<{ notice: string; isOfOthers: boolean } | null> {
  const { accountId, signInId, level } = login;
  const by = { accountId, name, signInId, level };
  const result = await confirmBySignIn(deps, {
    ...{ id, by, isByMail: signedIn.method === 'mailLink' },
    provedAt: signedIn.provedAt === undefined ? deps.now() : signedIn.provedAt,
  });
  return result.ok ? null : { notice: notConfirmed[result.problem], isOfOthers: result.problem === 'account' };
}

const notConfirmed: Record<SignInProblem, string> = {
  account: 'Přihlásili jste se jiným účtem, než kterým podání vyplňujete. Podání proto potvrzené není.',
  level: 'Tímto přihlášením se podání potvrdit nedá. Přihlaste se prosím s\u00a0ověřenou totožností.',
  notAnew:
    'Poskytovatel vás jen poznal z\u00a0dřívějška, a\u00a0tak podání potvrzené není. Odhlaste se prosím u\u00a0něj, nebo podání potvrďte jinak.',
  late: 'Na\u00a0potvrzení bylo deset minut a\u00a0ty uplynuly. Potvrďte podání prosím znovu.',
};

/** The browser is known at this account from now on; the first time, somebody who has one elsewhere is told. */
async function meetBrowser(
  deps: FinishDeps,
  { req, res, email, login, isTold }: { req: Request; res: Response; email: string; login: Login; isTold: boolean },
): Promise<void> {
  const { db } = deps;
  const isNew = knownBrowser(deps, req, email) === null;
  rememberBrowser(deps, { req, res, email });
  if (!isNew || !isTold || (await db.signIn.count({ where: { accountId: login.accountId }, take: 2 })) < 2) return;
  const browser = browserWords(req.get('user-agent') ?? '');
  const signInsLink = pageUrl(deps, '/ucet/prihlaseni');
  const letter = newSignIn({ at: deps.now(), browser, signInsLink });
  await db.$transaction(tx => enqueueMail(tx, deps, { kind: 'newSignIn', to: email, ...letter }));
}

function methodOf({ method, secondFactor }: SignedIn): string {
  return secondFactor ? `${method}+${secondFactor}` : method;
}
