import type { Request, RequestHandler, Response } from 'express';
import { renderSVG } from 'uqr';
import type { Deps } from '../../deps.ts';
import { formView } from '../../web/form-view.ts';
import { formBody, type FormError, parseForm } from '../../web/input.ts';
import type { IdentityLimits } from '../limits.ts';
import { ownId, ownActor } from '../own-id.ts';
import { appAddress, newAppKey } from './code-app.ts';
import { codeForm, wrongCode } from './code-page.ts';
import { hasCodeApp } from './half-sign-in.ts';
import { offeredKey, offerKey, keepCodes, takeCodes } from './kept-in-session.ts';
import { showOverview } from './overview-page.ts';
import { ifMayChange, noteSecondFactor } from './strength.ts';
import { turnOff, turnOn } from './turn-on-and-off.ts';

interface AppPages {
  show: RequestHandler;
  turnOn: RequestHandler;
  showCodes: RequestHandler;
  turnOff: RequestHandler;
}

/** An app for codes: from its picture to the recovery codes, and how to part with it. */
export function appPages(deps: Deps, limits: IdentityLimits): AppPages {
  async function showKey(req: Request, res: Response, key: string, errors: FormError[] = []): Promise<void> {
    const { email, name } = await deps.db.account.findUniqueOrThrow({
      where: { id: ownId(req) },
      select: { email: true, name: true },
    });
    res.status(errors.length > 0 ? 400 : 200).render('identity/code-app.njk', {
      ...formView(formBody(req), errors),
      picture: renderSVG(appAddress(key, email ?? name), { border: 4, pixelSize: 4 }),
      key: key.match(/.{1,4}/g)?.join(' '),
    });
  }

  /** Only where there is no app yet, and to whom it is allowed. */
  const whenOff = (handle: RequestHandler): RequestHandler =>
    ifMayChange(deps, async (req, res, next) => {
      if (await hasCodeApp(deps, ownId(req))) res.redirect(303, '/ucet/overeni');
      else await handle(req, res, next);
    });

  return {
    show: whenOff(async (req, res) => {
      const key = offeredKey(deps, req) ?? newAppKey();
      offerKey(deps, req, key);
      await showKey(req, res, key);
    }),
    turnOn: whenOff(async (req, res) => {
      const key = offeredKey(deps, req);
      if (key === null) {
        res.redirect(303, '/ucet/overeni/aplikace');
        return;
      }
      const typed = parseForm(codeForm, req);
      const codes = typed.ok && (await turnOn(deps, { actor: ownActor(req), key, code: typed.form.code }));
      if (!codes) {
        await showKey(req, res, key, typed.ok ? wrongCode : typed.errors);
        return;
      }
      await noteSecondFactor(deps, req);
      keepCodes(deps, req, codes);
      res.redirect(303, '/ucet/overeni/kody');
    }),
    showCodes: (req, res) => {
      const codes = takeCodes(deps, req);
      if (codes) res.render('identity/recovery-codes.njk', { codes });
      else res.redirect(303, '/ucet/overeni');
    },
    turnOff: async (req, res) => {
      const typed = parseForm(codeForm, req);
      if (!typed.ok) {
        await showOverview(deps, req, res, typed.errors);
        return;
      }
      const attempt = await limits.startCode(ownId(req));
      if (!(await turnOff(deps, { actor: ownActor(req), code: typed.form.code }))) {
        await showOverview(deps, req, res, wrongCode);
        return;
      }
      await attempt.succeeded();
      req.session.notice = 'Ověření kódem je vypnuté.';
      res.redirect(303, '/ucet/overeni');
    },
  };
}
