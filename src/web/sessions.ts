import session, { type Store } from 'express-session';
import type { RequestHandler } from 'express';

/** Nothing personal is kept here: ids only. */
declare module 'express-session' {
  interface SessionData {
    /** Drafts that a visitor without an account has started in this browser. */
    drafts: string[];
    /** Cases filed in this browser without an account, and cases opened by reference and secret code. */
    cases: string[];
    /** A sentence to show once on the next page. */
    notice: string;
    /** Mails to whoever is signed in come back. */
    isMailLost: boolean;
    /** Kept by passport: who is signed in. */
    passport: { user?: unknown };
    renewedAt: number;
  }
}

const idleMinutes = 60;
const refreshAfterMinutes = 10;

type Params = { store: Store; secret: string; secure: boolean };

export function sessions({ store, secret, secure }: Params): RequestHandler[] {
  return [
    session({
      name: cookieName('portal', secure),
      secret,
      resave: false,
      saveUninitialized: false,
      store,
      cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: idleMinutes * 60_000 },
    }),
    storeBeforeRedirect,
    keepAlive,
  ];
}

/** Browsers accept a `__Host-` cookie only over TLS, from this very host and for its root path. */
export function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}

/** A session in use is prolonged at most once in ten minutes: by marking it changed, which also renews the cookie. */
const keepAlive: RequestHandler = (req, _res, next) => {
  const msLeft = req.session.cookie.maxAge ?? 0;
  const isStored = req.session.drafts ?? req.session.cases ?? req.session.passport;
  if (isStored && msLeft < (idleMinutes - refreshAfterMinutes) * 60_000) {
    req.session.cookie.maxAge = idleMinutes * 60_000;
    req.session.renewedAt = Date.now();
  }
  next();
};

/**
 * express-session sends the beginning of an answer while the session is still being stored, so a browser that follows a
 * redirect at once can come before what it is led to is there. An answer without a body is sent only afterwards.
 */
const storeBeforeRedirect: RequestHandler = (_req, res, next) => {
  res.redirect = (first: number | string, second?: number | string): void => {
    const [status, address] = typeof first === 'number' ? [first, second] : [302, first];
    res.status(status).location(String(address)).end();
  };
  next();
};
