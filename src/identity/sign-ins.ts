import { randomUUIDv7 } from 'node:crypto';
import type { Request } from 'express';
import type { AssuranceLevel } from '../core/actor.ts';
import type { Deps } from '../deps.ts';
import type { SignInMethod } from '../generated/prisma/client.ts';
import type { Holder, Login } from './whois.ts';

/** Who got into an account, in which way, and how surely that told who they are. */
export interface SignedIn extends Holder {
  method: SignInMethod;
  level: AssuranceLevel;
}

/** By a link in a mail, which proves the mailbox. */
export function byMail(holder: Holder): SignedIn {
  return { ...holder, method: 'mailLink', level: 'account' };
}

/** From where somebody signed in, as their own list of sign-ins shows it. */
interface Origin {
  address: string;
  browser: string;
}

const longestBrowser = 300;

/** Writes down a sign-in; the session it begins lasts only as long as nobody ends it. */
export async function recordSignIn(
  { db, vault, now }: Pick<Deps, 'db' | 'vault' | 'now'>,
  req: Request,
  { accountId, epoch, method, level }: SignedIn,
): Promise<Login> {
  const signInId = randomUUIDv7();
  const origin: Origin = {
    address: req.ip ?? '',
    browser: (req.get('user-agent') ?? '').slice(0, longestBrowser),
  };
  const content = vault.seal(JSON.stringify(origin), contentContext(signInId));
  const at = new Date(now().epochMilliseconds);
  await db.signIn.create({ data: { id: signInId, accountId, method, level, at, content } });
  return { accountId, epoch, signInId, level };
}

function contentContext(signInId: string): string {
  return `sign-in/${signInId}`;
}
