import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../../deps.ts';
import { formBody, type FormError } from '../../web/input.ts';
import { finishSignIn } from '../finish-sign-in.ts';
import type { IdentityLimits } from '../limits.ts';
import { signInAnswer } from './answer.ts';
import { keepChallenge, takeChallenge } from './challenge.ts';
import { askForPasskey, openByPasskey } from './open.ts';

export interface PasskeySignIn {
  challenge: RequestHandler;
  signIn: RequestHandler;
}

const problems: Record<'wrong' | 'inactive', FormError> = {
  wrong: {
    field: 'passkey',
    message: 'Přihlášení přístupovým klíčem se nepovedlo. Zkuste to znovu, nebo se přihlaste jinak',
  },
  inactive: { field: 'passkey', message: 'Tento pracovní účet je vypnutý. Obraťte se na\u00a0správce portálu' },
};

type ShowAgain = (req: Request, res: Response, errors: FormError[]) => void;

/** Signing in with a passkey, which is two proofs in one: the device, and the finger or PIN it asks for. */
export function passkeySignIn(deps: Deps, limits: IdentityLimits, showAgain: ShowAgain): PasskeySignIn {
  return {
    challenge: async (req, res) => {
      const options = await askForPasskey(deps);
      keepChallenge(deps, req, { challenge: options.challenge, purpose: 'signIn' });
      res.json(options);
    },
    signIn: async (req, res) => {
      const challenge = takeChallenge(deps, req, 'signIn');
      const answer = signInAnswer.safeParse(formBody(req).answer);
      if (challenge === null || !answer.success) {
        showAgain(req, res, [problems.wrong]);
        return;
      }
      const attempt = await limits.startSignIn(req, answer.data.id);
      const opened = await openByPasskey(deps, challenge, answer.data);
      if (!opened.ok) {
        showAgain(req, res, [problems[opened.problem]]);
        return;
      }
      await attempt.succeeded();
      await finishSignIn(deps, req, res, { signedIn: { ...opened.holder, method: 'passkey', level: 'account' } });
    },
  };
}
