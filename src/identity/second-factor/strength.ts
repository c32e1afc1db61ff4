import type { Request, RequestHandler } from 'express';
import type { Deps } from '../../deps.ts';
import { isFresh } from '../step-up.ts';
import type { OngoingSignIn } from '../whois.ts';

/** Whether the person proved who they are in two ways: a passkey asks for a finger or a PIN, the office's own sign-in for its own second factor. */
export function isProvenTwice({ method, hasSecondFactor }: OngoingSignIn): boolean {
  return hasSecondFactor || method === 'passkey' || method === 'staff';
}

/**
 * Whether whoever is signed in may change what guards the account. To an officer's the password alone opens nothing once it
 * has more, so it may not take that away, nor add what would do instead.
 */
export async function mayChangeFactors({ db }: Pick<Deps, 'db'>, { actor, person }: Request): Promise<boolean> {
  if (actor.kind !== 'officer') return true;
  if (person && isProvenTwice(person.signIn)) return true;
  const where = { accountId: actor.accountId };
  const [apps, keys] = await Promise.all([db.codeApp.count({ where }), db.passkey.count({ where })]);
  return apps + keys === 0;
}

/**
 * Lets whoever may change what guards the account do so, when they have signed in just now: whoever found a browser left signed in
 * does not get a way in of their own.
 */
export function ifMayChange(deps: Pick<Deps, 'db' | 'now'>, handle: RequestHandler): RequestHandler {
  return async (req, res, next) => {
    if (!(await mayChangeFactors(deps, req))) res.redirect(303, '/ucet/overeni');
    else if (await isFresh(deps, req)) await handle(req, res, next);
    else {
      req.session.notice = 'Než změníte, co chrání váš účet, přihlaste se prosím znovu.';
      res.redirect(303, signInAnew);
    }
  };
}

/** Where they do, and come back. */
export const signInAnew = `/prihlaseni?${new URLSearchParams({ zpet: '/ucet/overeni', znovu: '1' }).toString()}`;

/** Something more was just proved within this sign-in. */
export async function noteSecondFactor({ db, now }: Pick<Deps, 'db' | 'now'>, { person }: Request): Promise<void> {
  if (!person) return;
  await db.signIn.updateMany({
    where: { id: person.signIn.id, secondFactorAt: null },
    data: { secondFactorAt: new Date(now().epochMilliseconds) },
  });
}
