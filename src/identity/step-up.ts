import type { Request } from 'express';
import type { Deps } from '../deps.ts';
import { type FormError, formBody } from '../web/input.ts';
import { signInAnew } from '../web/sign-in-anew.ts';
import type { IdentityLimits } from './limits.ts';
import { ownId } from './own-id.ts';
import { noPassword, verifyPassword } from './password.ts';
import { login } from './whois.ts';

type Needs = Pick<Deps, 'db' | 'now'>;

const freshMinutes = 15;

/** How whoever acts can show once more that they hold the account, before something that cannot be taken back. */
export interface StepUp {
  /** They have signed in just now, and nothing more is asked. */
  isFresh: boolean;
  hasPassword: boolean;
  /** Where they sign in anew and come back. */
  signInHref: string;
}

export async function stepUpOf(deps: Needs, req: Request, back: string): Promise<StepUp> {
  const { passwordHash } = await deps.db.account.findUniqueOrThrow({
    where: { id: ownId(req) },
    select: { passwordHash: true },
  });
  return {
    isFresh: await isFresh(deps, req),
    hasPassword: passwordHash !== noPassword,
    signInHref: signInAnew(back),
  };
}

/** Null when they have shown it; whoever found a browser left signed in does not get any further. */
export async function proveAnew(deps: Needs, limits: IdentityLimits, req: Request): Promise<FormError | null> {
  return (await isFresh(deps, req)) ? null : provePassword(deps, limits, req);
}

/** The same by the password alone, where a sign-in, however fresh, does not do. */
export async function provePassword(deps: Needs, limits: IdentityLimits, req: Request): Promise<FormError | null> {
  const { password } = formBody(req);
  const { email, passwordHash } = await deps.db.account.findUniqueOrThrow({
    where: { id: ownId(req) },
    select: { email: true, passwordHash: true },
  });
  if (passwordHash === noPassword) {
    return {
      field: 'znovu',
      message: 'Přihlášení je už starší. Přihlaste se prosím znovu, pak budete moct pokračovat',
    };
  }
  if (typeof password !== 'string' || password === '') return { field: 'password', message: 'Zadejte heslo' };
  const attempt = await limits.startSignIn(req, email ?? ownId(req));
  if (!(await verifyPassword(passwordHash, password))) return { field: 'password', message: 'Heslo nesouhlasí' };
  await attempt.succeeded();
  return null;
}

/** Whether whoever acts has signed in just now. */
export async function isFresh({ db, now }: Needs, req: Request): Promise<boolean> {
  const kept = login.safeParse(req.session.passport?.user);
  if (!kept.success) return false;
  const { at } = await db.signIn.findUniqueOrThrow({ where: { id: kept.data.signInId }, select: { at: true } });
  return now().epochMilliseconds - at.getTime() < freshMinutes * 60_000;
}
