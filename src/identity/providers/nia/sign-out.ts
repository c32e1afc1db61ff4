import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Nia } from '../../../config.ts';
import { signOutProblem } from '../../../core/identity/nia/check-sign-out.ts';
import type { Deps } from '../../../deps.ts';
import { BadRequest } from '../../../web/errors.ts';
import { formBody } from '../../../web/input.ts';
import type { IdentityLimits } from '../../limits.ts';
import { endSignIns } from '../../sign-in-list.ts';
import { login } from '../../whois.ts';
import { Malformed } from '../xml.ts';
import { addresses, paths } from './addresses.ts';
import { signedOutUrl, signOutUrl } from './messages.ts';
import { ask, isSignedOut, noteSignedOut } from './questions.ts';
import { readPostedSignOut, readSignOut } from './read-sign-out.ts';
import { endSessions, findSession } from './sessions.ts';

declare module 'express-session' {
  interface SessionData {
    /** The sign-in that has just ended here and is yet to end at Identita občana. */
    leavingNia: string;
  }
}

/** Ends the sign-in of whoever signs out; gives its id when a session at the provider is to end as well. */
export async function endOwn(deps: Deps, req: Request): Promise<string | null> {
  const kept = login.safeParse(req.session.passport?.user);
  if (!kept.success) return null;
  const { accountId, signInId: id } = kept.data;
  await endSignIns(deps, { accountId, signIn: { id } });
  return deps.config.nia?.sloUrl !== undefined && (await findSession(deps, id)) !== null ? id : null;
}

/**
 * Somebody has signed out here: their session at the provider is to end as well. A page stands in between, because our policy lets a form
 * lead only within the portal (`form-action`); a browser goes on by itself, and by the link of the page where it does not.
 */
export function leave(deps: Deps, nia: Nia): RequestHandler {
  return async (req, res) => {
    const { leavingNia: signInId } = req.session;
    delete req.session.leavingNia;
    const session = signInId === undefined ? null : await findSession(deps, signInId);
    if (!session) {
      res.redirect(303, '/');
      return;
    }
    const id = await ask(deps, req, { kind: 'signOut' });
    const address = await signOutUrl({ nia, answerTo: addresses(deps).answer }, { id, session });
    res.set({ Refresh: `0; url=${address}`, 'Cache-Control': 'no-store' });
    res.render('identity/leaving.njk', { address });
  };
}

/** The provider wants somebody signed out, or says that it has signed somebody out as it was asked to. */
export function receiveSignOut(deps: Deps, { nia, limits }: { nia: Nia; limits: IdentityLimits }): RequestHandler {
  return async (req, res) => {
    await limits.startProving(req);
    const said = await unlessMalformed(deps, () => readSignOut(queryOf(req), nia.certificates));
    if (said.kind === 'answer') {
      await limits.proved(req);
      if (said.isSuccess && said.inResponseTo !== null) await noteSignedOut(deps, said.inResponseTo);
      res.redirect(303, paths.left);
      return;
    }
    const { answer: answerTo, signOut: destination } = addresses(deps);
    const problem = signOutProblem(said, { issuer: nia.idpEntityId, destination, now: deps.now() });
    if (problem !== null || said.issuedAt === null) throw refusal(deps, problem ?? 'stale');
    const { id: requestId, name, indexes, issuedAt } = said;
    await limits.proved(req);
    await endSessions(deps, { name, indexes, until: issuedAt });
    const id = `_${randomBytes(20).toString('hex')}`;
    const relayState = typeof req.query.RelayState === 'string' ? req.query.RelayState.slice(0, 200) : '';
    res.redirect(303, await signedOutUrl({ nia, answerTo }, { id, requestId, relayState }));
  };
}

/** The same answer by a form of the provider's. It comes without our session, like any other of them. */
export function receivePostedSignOut(deps: Deps, limits: IdentityLimits): RequestHandler {
  return async (req, res) => {
    await limits.startProving(req);
    const { SAMLResponse: sent } = formBody(req);
    const said = await unlessMalformed(deps, () => readPostedSignOut(typeof sent === 'string' ? sent : ''));
    await limits.proved(req);
    if (said.isSuccess && said.inResponseTo !== null) await noteSignedOut(deps, said.inResponseTo);
    res.redirect(303, paths.left);
  };
}

/** Back from signing out at the provider. */
export function left(deps: Deps): RequestHandler {
  return async (req, res) => {
    if (req.session.niaQuestions !== undefined) {
      req.session.notice = (await isSignedOut(deps, req))
        ? 'Odhlásili jsme vás z\u00a0portálu i\u00a0z\u00a0Identity občana.'
        : 'Z\u00a0portálu jsme vás odhlásili. Identita občana odhlášení nepotvrdila, zavřete proto pro jistotu prohlížeč.';
      delete req.session.niaQuestions;
    }
    res.redirect(303, '/');
  };
}

async function unlessMalformed<T>(deps: Deps, reading: () => Promise<T>): Promise<T> {
  try {
    return await reading();
  } catch (error) {
    if (error instanceof Malformed) throw refusal(deps, error.message);
    throw error;
  }
}

function refusal({ log }: Deps, detail: string): BadRequest {
  log.warn({ provider: 'nia', detail }, 'no sign-out by a provider');
  return new BadRequest();
}

function queryOf({ originalUrl }: Request): string {
  const at = originalUrl.indexOf('?');
  return at === -1 ? '' : originalUrl.slice(at + 1);
}
