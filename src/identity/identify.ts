import type { Request, RequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { createPassport } from './passport.ts';
import { isProvenTwice } from './second-factor/strength.ts';
import { renewSession } from './session.ts';

/** Finds out who asks, for every request: `req.actor` is set from here on. */
export function identify(deps: Pick<Deps, 'db' | 'now' | 'config'>): RequestHandler[] {
  const resume = createPassport(deps).session() as RequestHandler;
  return [
    (req, res, next) => {
      req.actor = { kind: 'guest' };
      const hadLogin = req.session.passport?.user !== undefined;
      void resume(req, res, (error: unknown) => {
        req.lacksSecondFactor = deps.config.requireSecondFactor && isProvenOnce(req);
        if (error) next(error);
        else if (hadLogin && req.actor.kind === 'guest') endSession(req).then(next, next);
        else next();
      });
    },
  ];
}

/** An officer who gave a password and no more. */
function isProvenOnce({ actor, person }: Request): boolean {
  return actor.kind === 'officer' && !(person && isProvenTwice(person.signIn));
}

/** A login that is over takes its whole session with it, also the cases that were opened in it. */
async function endSession(req: Parameters<RequestHandler>[0]): Promise<void> {
  await renewSession(req);
  req.session.notice = 'Vaše přihlášení skončilo. Přihlaste se prosím znovu.';
}
