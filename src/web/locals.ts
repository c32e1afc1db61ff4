import type { RequestHandler } from 'express';
import { administrative, may } from '../core/office/rights.ts';
import type { Csrf } from './csrf.ts';

/** What every layout needs to know of the request. */
export function locals({ csrf, demo }: { csrf: Csrf; demo: boolean }): RequestHandler {
  return (req, res, next) => {
    const { actor } = req;
    res.locals.actor = actor;
    res.locals.signedIn = actor.kind !== 'guest';
    res.locals.isOfficer = actor.kind === 'officer';
    res.locals.administers = administrative.filter(right => may(actor, right));
    res.locals.routesCases = may(actor, 'routeCases');
    res.locals.verifiesIdentity = may(actor, 'verifyIdentity');
    res.locals.isMailLost = req.session.isMailLost === true;
    res.locals.demo = demo;
    res.locals.path = req.path;
    // One token a page: a browser without the cookie would get another for each form, and only the last would hold.
    let token: string | undefined;
    res.locals.csrfToken = () => (token ??= csrf.token(req, res));
    // Read by the layout at most once: showing the notice is what removes it.
    res.locals.takeNotice = () => {
      const { notice } = req.session;
      delete req.session.notice;
      return notice;
    };
    // Pages carry what only this person may see.
    if (actor.kind !== 'guest') res.set('Cache-Control', 'no-store');
    next();
  };
}
