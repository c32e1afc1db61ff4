import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { awaitedPrint } from '../authorisation/by-sign-in.ts';
import { demoPeople } from '../demo/people.ts';
import { formView } from '../web/form-view.ts';
import { type FormError, parseForm, formBody, queryText } from '../web/input.ts';
import { credentials, wrongCredentials } from './credentials.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { landingOf } from './landing.ts';
import type { IdentityLimits } from './limits.ts';
import { createPassport } from './passport.ts';
import { type PasskeySignIn, passkeySignIn } from './passkeys/sign-in.ts';
import { paths } from './providers/nia/addresses.ts';
import { endOwn } from './providers/nia/sign-out.ts';
import type { Provider } from './providers/provider.ts';
import { wantedPath } from './return-to.ts';
import { renewSession } from './session.ts';
import { type Holder, holder } from './whois.ts';

interface SignInPages {
  show: RequestHandler;
  signIn: RequestHandler;
  signOut: RequestHandler;
  passkey: PasskeySignIn;
}

export function signInPages(
  deps: Deps,
  { limits, providers }: { limits: IdentityLimits; providers: Provider[] },
): SignInPages {
  const passport = createPassport(deps);
  const people = deps.config.demo ? demoPeople : [];

  const page = (req: Request, errors: FormError[] = [], isUnconfirmed = false): object => ({
    ...formView(formBody(req), errors),
    wanted: wantedPath(req),
    isUnconfirmed,
    people,
    /** The document that signing in is to confirm. */
    print: awaitedPrint(deps, req),
    providers: providers.filter(({ audience }) => audience === 'citizens'),
    staffProviders: providers.filter(({ audience }) => audience === 'staff'),
  });

  return {
    show: (req, res) => {
      // Also for whoever is signed in and has to prove more, or anew.
      const isAsked = req.actor.kind === 'guest' || queryText(req, 'znovu') !== '';
      if (isAsked) res.render('identity/sign-in.njk', page(req));
      else res.redirect(303, wantedPath(req) ?? landingOf(req.actor));
    },
    signIn: async (req, res) => {
      const typed = parseForm(credentials, req);
      if (!typed.ok) {
        res.status(400).render('identity/sign-in.njk', page(req, typed.errors));
        return;
      }
      const attempt = await limits.startSignIn(req, typed.form.email);
      const result = await authenticate(passport, req, res);
      if (typeof result === 'string') {
        res.status(400).render('identity/sign-in.njk', page(req, [problems[result]], result === 'unconfirmed'));
        return;
      }
      await attempt.succeeded();
      await finishSignIn(deps, req, res, { signedIn: { ...result, method: 'password', level: 'account' } });
    },
    passkey: passkeySignIn(deps, limits, (req, res, errors) => {
      res.status(400).render('identity/sign-in.njk', page(req, errors));
    }),
    signOut: async (req, res) => {
      const signInId = await endOwn(deps, req);
      await renewSession(req);
      if (signInId === null) {
        req.session.notice = 'Odhlásili jsme vás.';
        res.redirect(303, '/');
        return;
      }
      req.session.leavingNia = signInId;
      res.redirect(303, paths.leave);
    },
  };
}

type Problem = 'wrong' | 'unconfirmed' | 'inactive';

const problems: Record<Problem, FormError> = {
  wrong: wrongCredentials,
  unconfirmed: {
    field: 'email',
    message: 'Účet ještě není potvrzený. Otevřete odkaz v\u00a0e-mailu, který jsme vám poslali',
  },
  inactive: { field: 'email', message: 'Tento pracovní účet je vypnutý. Obraťte se na\u00a0správce portálu' },
};

/** Passport's strategy as a question with an answer. */
function authenticate(
  passport: ReturnType<typeof createPassport>,
  req: Request,
  res: Response,
): Promise<Holder | Problem> {
  return new Promise((resolve, reject) => {
    const answer = (error: unknown, user?: unknown, info?: unknown): void => {
      if (error) reject(error instanceof Error ? error : new Error('sign-in', { cause: error }));
      else resolve(user ? holder.parse(user) : problemIn(info));
    };
    const ask = passport.authenticate('local', answer) as RequestHandler;
    void ask(req, res, reject);
  });
}

function problemIn(info: unknown): Problem {
  const parsed = z.object({ message: z.enum(['wrong', 'unconfirmed', 'inactive']) }).safeParse(info);
  return parsed.success ? parsed.data.message : 'wrong';
}
