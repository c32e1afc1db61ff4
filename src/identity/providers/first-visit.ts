import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../../deps.ts';
import { formView } from '../../web/form-view.ts';
import { type FormError, formBody, parseForm } from '../../web/input.ts';
import { checkPassword } from '../check-password.ts';
import { credentials, wrongCredentials } from '../credentials.ts';
import type { IdentityLimits } from '../limits.ts';
import { hasCodeApp, keepHalfSignIn } from '../second-factor/half-sign-in.ts';
import { isFresh } from '../step-up.ts';
import { login } from '../whois.ts';
import { linkAndAudit } from './arrive.ts';
import { enter, type EnterDeps } from './enter.ts';
import { holderOf, openAccount } from './identities.ts';
import { pendingIdentity } from './pending.ts';
import type { ProvenIdentity } from './proven.ts';

interface FirstVisit {
  show: RequestHandler;
  begin: RequestHandler;
  joinOwn: RequestHandler;
  join: RequestHandler;
}

/** How an officer gets in is the office's to say. */
const officers: FormError[] = [
  {
    field: 'email',
    message: 'K\u00a0pracovnímu účtu úřadu se osobní identita připojit nedá. Založte si občanský účet',
  },
];

/** For whoever proved an identity that opens no account: a new account, or the one whose password they know. */
export function firstVisit(deps: Deps & EnterDeps, limits: IdentityLimits): FirstVisit {
  const withPending =
    (handle: (proven: ProvenIdentity, req: Request, res: Response) => Promise<void> | void): RequestHandler =>
    async (req, res) => {
      const proven = pendingIdentity(deps, req);
      if (proven) {
        await handle(proven, req, res);
        return;
      }
      req.session.notice = 'Přihlášení se nedokončilo včas. Začněte prosím znovu.';
      res.redirect(303, '/prihlaseni');
    };

  /** The account they are in while proving more of who they are; somebody who found it open has to say its password. */
  async function ownAccount(req: Request): Promise<string | null> {
    return req.actor.kind === 'citizen' && (await isFresh(deps, req)) ? req.actor.name : null;
  }

  return {
    show: withPending(async (proven, req, res) => {
      const view = { ...formView({ email: proven.email ?? '' }), name: proven.name };
      res.render('identity/first-visit.njk', { ...view, own: await ownAccount(req) });
    }),
    // A click sent twice finds the account of the first.
    begin: withPending(async (proven, req, res) => {
      const holder = await holderOf(deps, proven);
      await enter(deps, req, res, {
        proven,
        holder: holder ?? (await deps.db.$transaction(tx => openAccount(tx, deps, proven))),
      });
    }),
    joinOwn: withPending(async (proven, req, res) => {
      const own = await ownAccount(req);
      const kept = login.safeParse(req.session.passport?.user);
      if (!own || !kept.success) {
        res.redirect(303, '/prihlaseni/poprve');
        return;
      }
      const { accountId, epoch } = kept.data;
      const isLinked = await deps.db.$transaction(tx => linkAndAudit(tx, deps, { accountId, proven }));
      if (isLinked) await enter(deps, req, res, { proven, holder: { accountId, epoch } });
      else res.redirect(303, '/prihlaseni');
    }),
    join: withPending(async (proven, req, res) => {
      const refuse = (errors: FormError[]): void => {
        const view = { ...formView(formBody(req), errors), name: proven.name, isJoining: true };
        res.status(400).render('identity/first-visit.njk', view);
      };
      const typed = parseForm(credentials, req);
      if (!typed.ok) {
        refuse(typed.errors);
        return;
      }
      const attempt = await limits.startSignIn(req, typed.form.email);
      const checked = await checkPassword(deps.db, typed.form);
      if (!checked.ok) {
        refuse([wrongCredentials]);
        return;
      }
      await attempt.succeeded();
      const { holder } = checked;
      if ((await deps.db.officer.count({ where: { accountId: holder.accountId } })) > 0) {
        refuse(officers);
        return;
      }
      if (await hasCodeApp(deps, holder.accountId)) {
        keepHalfSignIn(deps, req, { ...holder, method: 'password', isJoining: true });
        res.redirect(303, '/prihlaseni/kod');
        return;
      }
      const isLinked = await deps.db.$transaction(tx =>
        linkAndAudit(tx, deps, { accountId: holder.accountId, proven }),
      );
      if (isLinked) await enter(deps, req, res, { proven, holder });
      else res.redirect(303, '/prihlaseni');
    }),
  };
}
