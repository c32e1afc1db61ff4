import type { Request } from 'express';
import type { Deps } from '../../deps.ts';
import type { SignedIn } from '../sign-ins.ts';
import type { Holder } from '../whois.ts';

/** Somebody who knows the password, or reads the mailbox, of an account that asks for a code too. */
export interface HalfSignIn extends Holder {
  method: 'password' | 'mailLink';
  /** The identity that was proved just now is to open this account from now on. */
  isJoining?: boolean;
  /** What to say once they are in. */
  notice?: string;
}

declare module 'express-session' {
  interface SessionData {
    /** No session of that account: it only says whose code is asked for, and until when. */
    halfSignIn: HalfSignIn & { until: number };
  }
}

const minutes = 10;

/** What there is when a code is to follow, else null: what a provider proves, or a passkey, needs none. */
export async function halfOf({ db }: Pick<Deps, 'db'>, signedIn: SignedIn): Promise<HalfSignIn | null> {
  const { accountId, epoch, method, secondFactor } = signedIn;
  if (secondFactor || (method !== 'password' && method !== 'mailLink')) return null;
  return (await hasCodeApp({ db }, accountId)) ? { accountId, epoch, method } : null;
}

export async function hasCodeApp({ db }: Pick<Deps, 'db'>, accountId: string): Promise<boolean> {
  return (await db.codeApp.count({ where: { accountId } })) === 1;
}

export function keepHalfSignIn({ now }: Pick<Deps, 'now'>, req: Request, half: HalfSignIn): void {
  req.session.halfSignIn = { ...half, until: now().epochMilliseconds + minutes * 60_000 };
}

/** Null when there is none, it was begun too long ago, or the password has changed since. */
export async function findHalfSignIn({ db, now }: Pick<Deps, 'db' | 'now'>, req: Request): Promise<HalfSignIn | null> {
  const { halfSignIn: kept } = req.session;
  if (!kept || kept.until < now().epochMilliseconds) return null;
  const account = await db.account.findUnique({ where: { id: kept.accountId }, select: { sessionEpoch: true } });
  return account?.sessionEpoch === kept.epoch ? kept : null;
}
