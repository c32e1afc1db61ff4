import { doubleCsrf } from 'csrf-csrf';
import type { Request, RequestHandler, Response } from 'express';
import { HttpProblem } from './errors.ts';
import { cookieName } from './sessions.ts';

export interface Csrf {
  /** Refuses a POST whose form was not made by this portal for this browser. */
  protect: RequestHandler;
  /** The same check for multipart forms, whose fields are known only once parsing has begun. */
  check(req: Request): void;
  /** The token for a form; sets the cookie it is compared with. */
  token(req: Request, res: Response): string;
}

const csrfField = '_csrf';

/** Signed double-submit token, bound to the session of a signed-in person. */
export function createCsrf({ secret, secure }: { secret: string; secure: boolean }): Csrf {
  const { generateCsrfToken, validateRequest } = doubleCsrf({
    getSecret: () => secret,
    getSessionIdentifier: req => (req.actor.kind === 'guest' ? 'guest' : req.sessionID),
    cookieName: cookieName('portal-form', secure),
    cookieOptions: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
    getCsrfTokenFromRequest: tokenOf,
  });
  const check = (req: Request): void => {
    if (!validateRequest(req)) throw new StaleForm();
  };
  return {
    check,
    protect: (req, _res, next) => {
      check(req);
      next();
    },
    token: (req, res) => generateCsrfToken(req, res),
  };
}

export class StaleForm extends HttpProblem {
  constructor() {
    super(
      403,
      'Formulář na této stránce už neplatí, třeba proto, že jste se mezitím přihlásili nebo odhlásili. ' +
        'Vraťte se zpět, obnovte stránku a\u00a0odešlete ho znovu.',
    );
  }
}

function tokenOf(req: Request): string | null {
  const body: unknown = req.body;
  if (typeof body !== 'object' || body === null || !(csrfField in body)) return null;
  const token = body[csrfField];
  return typeof token === 'string' ? token : null;
}
