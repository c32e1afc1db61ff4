import type { Request, RequestHandler } from 'express';
import type { Actor } from '../core/actor.ts';
import { administrative, may, type OfficeRight, officeRights } from '../core/office/rights.ts';
import { NotFound } from './errors.ts';
import type { Guard, KeepForm } from './route.ts';

type Verdict = 'pass' | 'signIn' | 'notFound';

/** Behind all others lies the office. */
const outsideTheOffice: readonly Guard[] = ['anyone', 'signedIn', 'citizen'];

/** Guests are sent to sign in and come back; people with another role learn nothing about what lies there. */
const verdicts: Record<Guard, (actor: Actor) => Verdict> = {
  anyone: () => 'pass',
  signedIn: actor => (actor.kind === 'guest' ? 'signIn' : 'pass'),
  citizen: actor => byKind(actor, 'citizen'),
  officer: actor => byKind(actor, 'officer'),
  administration: actor => byRights(actor, administrative),
  ...(Object.fromEntries(officeRights.map(right => [right, (actor: Actor) => byRights(actor, [right])])) as Record<
    OfficeRight,
    (actor: Actor) => Verdict
  >),
};

export function guard(name: Guard, keep?: KeepForm): RequestHandler {
  return async (req, res, next) => {
    switch (verdicts[name](req.actor)) {
      case 'pass':
        if (req.lacksSecondFactor && !outsideTheOffice.includes(name)) res.redirect(303, secondFactorPage(req));
        else next();
        return;
      case 'notFound':
        throw new NotFound();
      case 'signIn': {
        const back = req.method === 'GET' ? req.originalUrl : await keep?.(req, res);
        res.redirect(303, back ? `/prihlaseni?${new URLSearchParams({ zpet: back }).toString()}` : '/prihlaseni');
      }
    }
  };
}

/** Where an officer sets a second factor up, and from there goes on. */
function secondFactorPage({ method, originalUrl }: Request): string {
  const query = method === 'GET' ? `?${new URLSearchParams({ zpet: originalUrl }).toString()}` : '';
  return `/ucet/overeni${query}`;
}

function byRights(actor: Actor, rights: readonly OfficeRight[]): Verdict {
  const verdict = byKind(actor, 'officer');
  return verdict === 'pass' && !rights.some(right => may(actor, right)) ? 'notFound' : verdict;
}

function byKind(actor: Actor, kind: Actor['kind']): Verdict {
  if (actor.kind === kind) return 'pass';
  return actor.kind === 'guest' ? 'signIn' : 'notFound';
}
