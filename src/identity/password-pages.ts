import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { formView } from '../web/form-view.ts';
import { formBody, parseForm, queryText } from '../web/input.ts';
import { typedEmail } from '../web/typed-email.ts';
import { offerNewPassword, setPasswordByLink } from './change-password.ts';
import { commonPassword } from './common-passwords.ts';
import { finishSignIn } from './finish-sign-in.ts';
import type { IdentityLimits } from './limits.ts';
import { newPassword } from './password.ts';
import { byMail } from './sign-ins.ts';
import { isTokenGood } from './tokens.ts';
import { unhurried } from './unhurried.ts';

interface PasswordPages {
  showForgotten: RequestHandler;
  forgotten: RequestHandler;
  sent: RequestHandler;
  showNew: RequestHandler;
  setNew: RequestHandler;
}

const forgotten = z.object({ email: typedEmail });
const setting = z.object({ token: z.string().max(100).catch(''), password: newPassword });

export function passwordPages(deps: Deps, limits: IdentityLimits): PasswordPages {
  const isGood = (secret: string): Promise<boolean> =>
    isTokenGood(deps.db, { secret, purpose: 'resetPassword', now: deps.now() });
  return {
    showForgotten: (_req, res) => {
      res.render('identity/forgotten-password.njk', formView({}));
    },
    forgotten: async (req, res) => {
      const parsed = parseForm(forgotten, req);
      if (!parsed.ok) {
        res.status(400).render('identity/forgotten-password.njk', formView(formBody(req), parsed.errors));
        return;
      }
      await limits.startMail(parsed.form.email);
      await unhurried(offerNewPassword(deps, parsed.form.email));
      res.redirect(303, '/zapomenute-heslo/odeslano');
    },
    sent: (_req, res) => {
      res.render('identity/forgotten-password-sent.njk', {});
    },
    showNew: async (req, res) => {
      const secret = queryText(req, 'token');
      const token = (await isGood(secret)) ? secret : null;
      res.status(token === null ? 400 : 200).render('identity/new-password.njk', { ...formView({}), token });
    },
    // A password that will not do must not use the link up.
    setNew: async (req, res) => {
      const { token } = setting.pick({ token: true }).parse(formBody(req));
      const parsed = parseForm(setting, req);
      const common = parsed.ok && (await commonPassword(parsed.form.password));
      if (!parsed.ok || common) {
        const stillGood = (await isGood(token)) ? token : null;
        res.status(400).render('identity/new-password.njk', {
          ...formView({}, common ? [common] : parsed.ok ? [] : parsed.errors),
          token: stillGood,
        });
        return;
      }
      const holder = await setPasswordByLink(deps, { secret: token, password: parsed.form.password });
      const notice = 'Nové heslo platí a\u00a0jste přihlášeni.';
      if (holder) await finishSignIn(deps, req, res, { signedIn: byMail(holder), notice });
      else res.status(400).render('identity/new-password.njk', { ...formView({}), token: null });
    },
  };
}
