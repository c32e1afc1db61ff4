import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { formView } from '../web/form-view.ts';
import { formBody, parseForm, queryText } from '../web/input.ts';
import { optionalPhone, personName } from './account-form.ts';
import { typedEmail } from '../web/typed-email.ts';
import { commonPassword } from './common-passwords.ts';
import { confirmEmail } from './confirm-email.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { landingOf } from './landing.ts';
import type { IdentityLimits } from './limits.ts';
import { byMail } from './sign-ins.ts';
import { newPassword } from './password.ts';
import { register, resendConfirmation } from './register.ts';
import { wantedPath } from './return-to.ts';
import { isTokenGood } from './tokens.ts';
import { unhurried } from './unhurried.ts';

interface RegistrationPages {
  show: RequestHandler;
  register: RequestHandler;
  sent: RequestHandler;
  showResend: RequestHandler;
  resend: RequestHandler;
  showConfirmation: RequestHandler;
  confirm: RequestHandler;
}

const registration = z.object({ name: personName, email: typedEmail, phone: optionalPhone, password: newPassword });
const resending = z.object({ email: typedEmail });
const confirmation = z.object({ token: z.string().max(100).catch('') });

export function registrationPages(deps: Deps, limits: IdentityLimits): RegistrationPages {
  return {
    show: (req, res) => {
      if (req.actor.kind === 'guest') res.render('identity/register.njk', { ...formView({}), wanted: wantedPath(req) });
      else res.redirect(303, landingOf(req.actor));
    },
    register: async (req, res) => {
      const wanted = wantedPath(req);
      const parsed = parseForm(registration, req);
      if (!parsed.ok) {
        res.status(400).render('identity/register.njk', { ...formView(formBody(req), parsed.errors), wanted });
        return;
      }
      const common = await commonPassword(parsed.form.password, [parsed.form.name, parsed.form.email]);
      if (common) {
        res.status(400).render('identity/register.njk', { ...formView(formBody(req), [common]), wanted });
        return;
      }
      await limits.startMail(parsed.form.email);
      await unhurried(register(deps, parsed.form));
      if (wanted !== null) req.session.returnTo = wanted;
      res.redirect(303, '/registrace/odeslano');
    },
    sent: (_req, res) => {
      res.render('identity/registration-sent.njk', {});
    },
    showResend: (_req, res) => {
      res.render('identity/resend.njk', formView({}));
    },
    resend: async (req, res) => {
      const parsed = parseForm(resending, req);
      if (!parsed.ok) {
        res.status(400).render('identity/resend.njk', formView(formBody(req), parsed.errors));
        return;
      }
      await limits.startMail(parsed.form.email);
      await unhurried(resendConfirmation(deps, parsed.form.email));
      res.redirect(303, '/registrace/odeslano');
    },
    // A mail program that looks at links beforehand must not use them up: looking confirms nothing.
    showConfirmation: async (req, res) => {
      const secret = queryText(req, 'token');
      const isGood = await isTokenGood(deps.db, { secret, purpose: 'confirmEmail', now: deps.now() });
      res.status(isGood ? 200 : 400).render('identity/confirm-email.njk', { token: isGood ? secret : null });
    },
    confirm: async (req, res) => {
      const { token } = confirmation.parse(formBody(req));
      const holder = await confirmEmail(deps, token);
      const notice = 'Účet je potvrzený a\u00a0jste přihlášeni.';
      if (holder) await finishSignIn(deps, req, res, { signedIn: byMail(holder), notice });
      else res.status(400).render('identity/confirm-email.njk', { token: null });
    },
  };
}
