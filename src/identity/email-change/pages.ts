import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { citizenOf } from '../../web/citizen-of.ts';
import { formView } from '../../web/form-view.ts';
import { formBody, type FormError, parseForm, queryText } from '../../web/input.ts';
import { typedEmail } from '../../web/typed-email.ts';
import type { IdentityLimits } from '../limits.ts';
import { renewSession } from '../session.ts';
import { proveAnew, provePassword, stepUpOf } from '../step-up.ts';
import { unhurried } from '../unhurried.ts';
import { askForEmail } from './ask.ts';
import { confirmNewEmail } from './confirm.ts';
import { isConfirmLinkGood, isUndoLinkGood } from './links.ts';
import { type TakeBack, undoEmailChange } from './undo.ts';

type Pages = Record<'show' | 'ask' | 'sent' | 'showLink' | 'confirm' | 'showUndo' | 'undo', RequestHandler>;

const path = '/ucet/email';
const asked = z.object({ email: typedEmail });
const confirmation = z.object({ token: z.string().max(100).catch('') });

/** Where an account is written to, and signed in with. Officers' addresses are the office's to change. */
export function emailChangePages(
  deps: Deps,
  { limits, takeBack }: { limits: IdentityLimits; takeBack: TakeBack },
): Pages {
  const emailOf = async (req: Request): Promise<string | null> => {
    const where = { id: citizenOf(req).accountId };
    return (await deps.db.account.findUniqueOrThrow({ where, select: { email: true } })).email;
  };
  const render = async (req: Request, res: Response, errors: FormError[] = []): Promise<void> => {
    const view = { now: await emailOf(req), stepUp: await stepUpOf(deps, req, path) };
    res
      .status(errors.length > 0 ? 400 : 200)
      .render('identity/email.njk', { ...formView(formBody(req), errors), ...view });
  };
  /** What is missing to believe that it is the holder who asks. A new address takes the account over, so a password is asked for always. */
  const doubt = async (req: Request): Promise<FormError | null> => {
    const { hasPassword } = await stepUpOf(deps, req, path);
    return hasPassword ? provePassword(deps, limits, req) : proveAnew(deps, limits, req);
  };

  return {
    show: (req, res) => render(req, res),
    ask: async (req, res) => {
      const parsed = parseForm(asked, req);
      if (!parsed.ok) {
        await render(req, res, parsed.errors);
        return;
      }
      const { email: to } = parsed.form;
      const problem = to === (await emailOf(req)) ? own : await doubt(req);
      if (problem) {
        await render(req, res, [problem]);
        return;
      }
      const actor = citizenOf(req);
      await limits.startMail(to);
      await limits.startMail(actor.accountId);
      await unhurried(askForEmail(deps, { actor, to }));
      res.redirect(303, '/ucet/email/odeslano');
    },
    sent: (_req, res) => {
      res.render('identity/email-sent.njk');
    },
    showLink: async (req, res) => {
      const secret = queryText(req, 'token');
      const isGood = await isConfirmLinkGood(deps, { accountId: citizenOf(req).accountId, secret });
      showLink(res, 'confirm', isGood ? secret : null);
    },
    confirm: async (req, res) => {
      const { token: secret } = confirmation.parse(formBody(req));
      if (!(await confirmNewEmail(deps, { actor: citizenOf(req), secret }))) {
        showLink(res, 'confirm', null);
        return;
      }
      delete req.session.isMailLost;
      req.session.notice = 'Hotovo. Odteď vám píšeme na\u00a0novou adresu a\u00a0přihlašujete se s\u00a0ní.';
      res.redirect(303, '/ucet');
    },
    showUndo: async (req, res) => {
      const secret = queryText(req, 'token');
      showLink(res, 'undo', (await isUndoLinkGood(deps, secret)) ? secret : null);
    },
    undo: async (req, res) => {
      const undone = await undoEmailChange(deps, takeBack, confirmation.parse(formBody(req)).token);
      if (undone.kind !== 'done') {
        showLink(res, undone.kind === 'taken' ? 'taken' : 'undo', null);
        return;
      }
      await renewSession(req);
      req.session.notice = 'Adresa je zpátky a\u00a0všechna přihlášení skončila. Teď si nastavte nové heslo.';
      res.redirect(303, `/nove-heslo?${new URLSearchParams({ token: undone.secret }).toString()}`);
    },
  };
}

/** Without a token it says why the link does nothing. */
function showLink(res: Response, kind: 'confirm' | 'undo' | 'taken', token: string | null): void {
  res.status(kind === 'taken' ? 409 : token === null ? 400 : 200).render('identity/email-link.njk', { token, kind });
}

const own: FormError = { field: 'email', message: 'Na tuto adresu vám píšeme už teď' };
