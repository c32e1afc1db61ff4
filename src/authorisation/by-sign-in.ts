import type { Request } from 'express';
import { shortPrint } from '../core/authorisation/print.ts';
import { meets } from '../core/form/identity.ts';
import type { Deps } from '../deps.ts';
import { signInAnew } from '../web/sign-in-anew.ts';
import type { SubmissionAuthorization } from './port.ts';
import { askFor, confirm, type Confirmer } from './store.ts';

declare module 'express-session' {
  interface SessionData {
    /** The document that the next sign-in is to confirm, by the id of what was asked. */
    authorising: { id: string; print: string; until: number };
  }
}

const minutes = 10;

/** A new sign-in with the hash of the document bound to it, to the same account. */
export function bySignIn({ db, now }: Pick<Deps, 'db' | 'now'>): SubmissionAuthorization {
  return {
    method: 'signIn',
    isOffered: () => true,
    ask: async (req, document) => {
      const id = await db.$transaction(tx => askFor(tx, { document, method: 'signIn', minutes, now: now() }));
      const until = now().add({ minutes }).epochMilliseconds;
      req.session.authorising = { id, print: shortPrint(document.sha256), until };
      return signInAnew(document.page);
    },
  };
}

/** Why a sign-in confirmed nothing: it was another account's, proved too little or nothing anew, or came too late. */
export type SignInProblem = 'account' | 'level' | 'late' | 'notAnew';

/** What the next sign-in is to confirm; read before the sign-in begins a session of its own. */
export function awaitedBySignIn(req: Request): string | null {
  return req.session.authorising?.id ?? null;
}

/** The same as people compare it, for the page where they sign in; null once it is too late. */
export function awaitedPrint({ now }: Pick<Deps, 'now'>, req: Request): string | null {
  const { authorising } = req.session;
  return authorising && authorising.until > now().epochMilliseconds ? authorising.print : null;
}

interface Done {
  id: string;
  by: Confirmer;
  /** A link in a mail proves a mailbox, and anybody may have opened it. */
  isByMail: boolean;
  /** When they proved who they are; null when nobody knows. */
  provedAt: Temporal.Instant | null;
}

/** How far the clock of a provider may be behind. */
const skewMs = 2 * 60_000;

/** Somebody has signed in who was asked to, so as to confirm a document: just that one, and once. */
export async function confirmBySignIn(
  { db, vault, now }: Pick<Deps, 'db' | 'vault' | 'now'>,
  { id, by, isByMail, provedAt }: Done,
): Promise<{ ok: true } | { ok: false; problem: SignInProblem }> {
  const asked = await db.authorisation.findUnique({ where: { id, method: 'signIn', confirmedAt: null } });
  if (!asked || asked.expiresAt.getTime() <= now().epochMilliseconds) return { ok: false, problem: 'late' };
  if (asked.accountId !== null && asked.accountId !== by.accountId) return { ok: false, problem: 'account' };
  if (isByMail || !meets(by.level, asked.needed)) return { ok: false, problem: 'level' };
  if (provedAt === null || provedAt.epochMilliseconds < asked.askedAt.getTime() - skewMs) {
    return { ok: false, problem: 'notAnew' };
  }
  return (await db.$transaction(tx => confirm(tx, { vault }, { asked, by, now: now() })))
    ? { ok: true }
    : { ok: false, problem: 'late' };
}
