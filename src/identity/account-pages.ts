import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import { dayInPrague } from '../core/czech/format.ts';
import { ownItems } from '../core/identity/own-items.ts';
import type { Deps } from '../deps.ts';
import { findSure } from '../vault/known-person.ts';
import { openProfile } from '../vault/profile.ts';
import { formView } from '../web/form-view.ts';
import { parseForm } from '../web/input.ts';
import { NotFound } from '../web/errors.ts';
import { commonPassword } from './common-passwords.ts';
import { findVerifications } from './counter/find.ts';
import { changeOwnPassword } from './change-password.ts';
import type { IdentityLimits } from './limits.ts';
import { ownActor, ownId } from './own-id.ts';
import { newPassword } from './password.ts';
import { startSession } from './session.ts';
import type { SignedIn } from './sign-ins.ts';

interface AccountPages {
  show: RequestHandler;
  showPassword: RequestHandler;
  savePassword: RequestHandler;
}

const passwords = z.object({
  currentPassword: z.string({ error: 'Zadejte dosavadní heslo' }).min(1, 'Zadejte dosavadní heslo'),
  password: newPassword,
});

/** What a person can see of their own account, and its password; the rest is on `detailsPage`. */
export function accountPages(deps: Deps, limits: IdentityLimits): AccountPages {
  const accountOf = (req: Request) =>
    deps.db.account.findUniqueOrThrow({
      where: { id: ownId(req) },
      select: {
        email: true,
        name: true,
        phone: true,
        profile: true,
        officer: { select: { jobTitle: true, phone: true, department: { select: { name: true } } } },
      },
    });
  return {
    show: async (req, res) => {
      const { profile, ...account } = await accountOf(req);
      const id = ownId(req);
      const [verified] = account.officer ? [] : await findVerifications(deps, id);
      const items = account.officer
        ? []
        : ownItems(account, openProfile(deps.vault, id, profile), await findSure(deps, id), dayInPrague(deps.now()));
      res.render('identity/account.njk', { account, items, verified });
    },
    showPassword: (_req, res) => {
      res.render('identity/account-password.njk', formView({}));
    },
    savePassword: async (req, res) => {
      const parsed = parseForm(passwords, req);
      if (!parsed.ok) {
        res.status(400).render('identity/account-password.njk', formView({}, parsed.errors));
        return;
      }
      const { currentPassword: current, password } = parsed.form;
      const { name, email } = await accountOf(req);
      const common = await commonPassword(password, [name, email]);
      if (common) {
        res.status(400).render('identity/account-password.njk', formView({}, [common]));
        return;
      }
      const attempt = await limits.startSignIn(req, email ?? ownId(req));
      const holder = await changeOwnPassword(deps, { actor: ownActor(req), current, password });
      if (!holder) {
        const errors = [{ field: 'currentPassword', message: 'Dosavadní heslo nesouhlasí' }];
        res.status(400).render('identity/account-password.njk', formView({}, errors));
        return;
      }
      await attempt.succeeded();
      await startSession(deps, req, { ...holder, ...asBefore(req) });
      req.session.notice = 'Heslo je změněné a\u00a0všechna ostatní přihlášení skončila.';
      res.redirect(303, '/ucet');
    },
  };
}

/** Another sign-in that is worth as much as the one that goes on. */
function asBefore({ person }: Request): Pick<SignedIn, 'method' | 'level' | 'secondFactor'> {
  if (!person) throw new NotFound();
  const { method, level, hasSecondFactor } = person.signIn;
  return { method, level, ...(hasSecondFactor && { secondFactor: 'earlier' }) };
}
