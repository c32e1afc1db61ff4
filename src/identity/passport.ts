import type { Request } from 'express';
import passport from 'passport';
import { Strategy as PasswordStrategy } from 'passport-local';
import { dayInPrague } from '../core/czech/format.ts';
import type { Deps } from '../deps.ts';
import { checkPassword } from './check-password.ts';
import { actorOf, type Login, login } from './whois.ts';

type Needs = Pick<Deps, 'db' | 'now'>;
type Done = (error: unknown, login?: Login | null | false) => void;

/** The ways to sign in, and what of it is kept in the session. Holds no state: every call makes an equal one. */
export function createPassport({ db, now }: Needs): passport.Authenticator {
  const authenticator = new passport.Passport();
  authenticator.use(
    new PasswordStrategy({ usernameField: 'email', passwordField: 'password' }, (email, password, done) => {
      checkPassword(db, { email, password }).then(
        result => {
          if (result.ok) done(null, result.holder);
          else done(null, false, { message: result.problem });
        },
        (error: unknown) => {
          done(error);
        },
      );
    }),
  );
  // What a strategy answers is already what the session holds.
  authenticator.serializeUser((user, done) => {
    done(null, user);
  });
  authenticator.deserializeUser((req: Request, stored: unknown, done: Done) => {
    const parsed = login.safeParse(stored);
    if (!parsed.success) {
      done(null, false);
      return;
    }
    const actor = actorOf(req.person ?? null, parsed.data, dayInPrague(now()));
    if (actor) req.actor = actor;
    done(null, actor && parsed.data);
  });
  return authenticator;
}
