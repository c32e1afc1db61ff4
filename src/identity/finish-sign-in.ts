import type { Request, Response } from 'express';
import type { Deps } from '../deps.ts';
import { landingOf } from './landing.ts';
import { wantedPath } from './return-to.ts';
import { startSession } from './session.ts';
import { type Login, whois } from './whois.ts';

interface Finish {
  login: Login;
  notice?: string;
}

/** Signs the person in and takes them where they were going; without such a place to where they begin. */
export async function finishSignIn(
  deps: Pick<Deps, 'db' | 'pool'>,
  req: Request,
  res: Response,
  { login, notice }: Finish,
): Promise<void> {
  const wanted = wantedPath(req) ?? req.session.returnTo;
  delete req.session.returnTo;
  await startSession(deps, req, login);
  if (notice !== undefined) req.session.notice = notice;
  res.redirect(303, wanted ?? landingOf(await whois(deps.pool, login)));
}
