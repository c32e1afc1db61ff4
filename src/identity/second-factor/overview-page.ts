import type { Request, RequestHandler, Response } from 'express';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Deps } from '../../deps.ts';
import { formView } from '../../web/form-view.ts';
import { formBody, type FormError } from '../../web/input.ts';
import { ownId } from '../own-id.ts';
import { listPasskeys } from '../passkeys/kept.ts';
import { isFresh } from '../step-up.ts';
import { wantedPath } from '../return-to.ts';
import { mayChangeFactors, signInAnew } from './strength.ts';

/** What guards an account besides the password. An officer who has to have something is led here first. */
export function overviewPage(deps: Deps): RequestHandler {
  return async (req, res) => {
    const wanted = wantedPath(req);
    if (wanted !== null) req.session.returnTo = wanted;
    await showOverview(deps, req, res);
  };
}

/** The same page when something typed on it was wrong. */
export async function showOverview(deps: Deps, req: Request, res: Response, errors: FormError[] = []): Promise<void> {
  const accountId = ownId(req);
  const [app, left, passkeys, mayChange, isRecent] = await Promise.all([
    deps.db.codeApp.findUnique({ where: { accountId }, select: { addedAt: true } }),
    deps.db.recoveryCode.count({ where: { accountId, usedAt: null } }),
    listPasskeys(deps, accountId),
    mayChangeFactors(deps, req),
    isFresh(deps, req),
  ]);
  res.status(errors.length > 0 ? 400 : 200).render('identity/second-factor.njk', {
    ...formView(formBody(req), errors),
    app: app && { addedAt: dayInPrague(app.addedAt.toTemporalInstant()), left },
    passkeys,
    mayChange,
    signInHref: mayChange && !isRecent ? signInAnew : null,
    isLacking: req.lacksSecondFactor === true,
    next: req.lacksSecondFactor ? undefined : req.session.returnTo,
  });
}
