import type { Request, RequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { idParam } from '../web/input.ts';
import { ownId } from './own-id.ts';
import { endSignIns, listSignIns } from './sign-in-list.ts';
import { login } from './whois.ts';

interface SignInsPage {
  show: RequestHandler;
  endOne: RequestHandler;
  endOthers: RequestHandler;
}

/** When and from where somebody got into the account, and how to end what should not go on. */
export function signInsPage(deps: Deps): SignInsPage {
  return {
    show: async (req, res) => {
      const signIns = await listSignIns(deps, ownId(req));
      res.render('identity/sign-ins.njk', { signIns, current: currentOf(req) });
    },
    endOne: async (req, res) => {
      const id = idParam(req, 'signIn');
      const count = await endSignIns(deps, { accountId: ownId(req), signIn: { id } });
      req.session.notice = count > 0 ? 'Přihlášení skončilo.' : 'Tohle přihlášení už skončilo dřív.';
      res.redirect(303, '/ucet/prihlaseni');
    },
    endOthers: async (req, res) => {
      await endSignIns(deps, { accountId: ownId(req), signIn: { not: currentOf(req) } });
      req.session.notice = 'Všechna ostatní přihlášení skončila.';
      res.redirect(303, '/ucet/prihlaseni');
    },
  };
}

/** The sign-in by which this very request was let in. */
function currentOf(req: Request): string {
  return login.parse(req.session.passport?.user).signInId;
}
