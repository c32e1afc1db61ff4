import type { RequestHandler } from 'express';
import type { MemberRole } from '../../core/organisation/roles.ts';
import { mayMember } from '../../core/organisation/roles.ts';

declare module 'express-session' {
  interface SessionData {
    /** Id of the organisation for which the person signed in acts; whether they may is found out anew each time. */
    actingFor: string;
  }
}

/**
 * Finds out for whom somebody acts, for every request, after who asks: `req.actingFor` stays undefined for whoever acts for
 * themselves. Whoever is no member any more acts for themselves from this request on, and is told.
 */
export const actFor: RequestHandler = (req, res, next) => {
  const own = req.actor.kind === 'citizen' ? (req.person?.memberships ?? []) : [];
  res.locals.canActFor = own.filter(({ role }) => mayActAs(role));
  const { actingFor } = req.session;
  if (actingFor === undefined) {
    next();
    return;
  }
  const membership = own.find(({ organisationId, role }) => organisationId === actingFor && mayActAs(role));
  if (membership) {
    req.actingFor = membership;
    res.locals.actingFor = membership;
  } else {
    delete req.session.actingFor;
    req.session.notice = 'Za tuto organizaci už jednat nemůžete. Od teď jednáte za sebe.';
  }
  next();
};

/** Whoever only manages people has nothing to do on behalf of the organisation. */
export function mayActAs(role: MemberRole): boolean {
  return mayMember(role, 'file') || mayMember(role, 'readCases');
}
