import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Citizen } from '../../core/actor.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { formView } from '../../web/form-view.ts';
import { formBody, type FormError, parseForm, queryText } from '../../web/input.ts';
import { typedEmail } from '../../web/typed-email.ts';
import type { IdentityLimits } from '../limits.ts';
import { noPassword, verifyPassword } from '../password.ts';
import { isFresh } from '../providers/link-identity.ts';
import { renewSession } from '../session.ts';
import { unhurried } from '../unhurried.ts';
import { askForEmail } from './ask.ts';
import { confirmNewEmail } from './confirm.ts';
import { isConfirmLinkGood, isUndoLinkGood } from './links.ts';
import { undoEmailChange } from './undo.ts';

type Pages = Record<'show' | 'ask' | 'sent' | 'showLink' | 'confirm' | 'showUndo' | 'undo', RequestHandler>;

const asked = z.object({ email: typedEmail, password: z.string().default('') });
const confirmation = z.object({ token: z.string().max(100).catch('') });

/** Where an account is written to, and signed in with. Officers' addresses are the office's to change. */
export function emailChangePages(deps: Deps, limits: IdentityLimits): Pages {
  const { db } = deps;
  const accountOf = async (req: Request) => {
    const select = { email: true, passwordHash: true };
    const account = await db.account.findUniqueOrThrow({ where: { id: citizen(req).accountId }, select });
    return { ...account, hasPassword: account.passwordHash !== noPassword };
  };
  const render = async (req: Request, res: Response, errors: FormError[] = []): Promise<void> => {
    const { email: now, hasPassword } = await accountOf(req);
    const isStale = !hasPassword && !(await isFresh(deps, req));
    res
      .status(errors.length > 0 ? 400 : 200)
      .render('identity/email.njk', { ...formView(formBody(req), errors), now, hasPassword, isStale });
  };
  /** What is missing to believe that it is the holder who asks; null when nothing is. */
  const doubt = async (req: Request, password: string): Promise<FormError | null> => {
    const { hasPassword, passwordHash } = await accountOf(req);
    if (!hasPassword) return (await isFresh(deps, req)) ? null : stale;
    const attempt = await limits.startSignIn(req, citizen(req).accountId);
    if (!(await verifyPassword(passwordHash, password))) return wrongPassword;
    await attempt.succeeded();
    return null;
  };

  return {
    show: (req, res) => render(req, res),
    ask: async (req, res) => {
      const parsed = parseForm(asked, req);
      if (!parsed.ok) {
        await render(req, res, parsed.errors);
        return;
      }
      const { email: to, password } = parsed.form;
      const problem = to === (await accountOf(req)).email ? own : await doubt(req, password);
      if (problem) {
        await render(req, res, [problem]);
        return;
      }
      const actor = citizen(req);
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
      const isGood = await isConfirmLinkGood(deps, { accountId: citizen(req).accountId, secret });
      showLink(res, 'confirm', isGood ? secret : null);
    },
    confirm: async (req, res) => {
      const { token: secret } = confirmation.parse(formBody(req));
      if (!(await confirmNewEmail(deps, { actor: citizen(req), secret }))) {
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
      const undone = await undoEmailChange(deps, confirmation.parse(formBody(req)).token);
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

function citizen({ actor }: Request): Citizen {
  if (actor.kind !== 'citizen') throw new NotFound();
  return actor;
}

const own: FormError = { field: 'email', message: 'Na tuto adresu vám píšeme už teď' };
const wrongPassword: FormError = { field: 'password', message: 'Heslo nesouhlasí' };
const stale: FormError = {
  field: 'email',
  message: 'Od vašeho přihlášení uběhlo víc než 15\u00a0minut. Přihlaste se prosím znovu',
};
