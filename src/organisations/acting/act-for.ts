import type { RequestHandler } from 'express';
import { choicesOf, isMandateKey } from './choices.ts';

declare module 'express-session' {
  interface SessionData {
    /** The key of the choice for whom the person signed in acts; whether they may is found out anew each time. */
    actingFor: string;
  }
}

/**
 * Finds out for whom somebody acts, for every request, after who asks: `req.actingFor` stays undefined for whoever acts for
 * themselves. Whoever may no more acts for themselves from this request on, and is told.
 */
export const actFor: RequestHandler = (req, res, next) => {
  const choices = choicesOf(req.actor);
  res.locals.canActFor = choices;
  const { actingFor } = req.session;
  if (actingFor === undefined) {
    next();
    return;
  }
  const chosen = choices.find(({ key }) => key === actingFor);
  if (chosen) {
    req.actingFor = chosen;
    res.locals.actingFor = chosen;
  } else {
    delete req.session.actingFor;
    req.session.notice = isMandateKey(actingFor)
      ? 'Zmocnění skončilo, za zmocnitele už jednat nemůžete. Od teď jednáte za sebe.'
      : 'Za tuto organizaci už jednat nemůžete. Od teď jednáte za sebe.';
  }
  next();
};
