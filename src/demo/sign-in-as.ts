import type { RequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { finishSignIn } from '../identity/finish-sign-in.ts';
import { NotFound } from '../web/errors.ts';
import { formBody } from '../web/input.ts';
import { demoPeople } from './people.ts';

/** One click instead of a password, for the seeded people and nobody else. */
export function signInAs(deps: Deps): RequestHandler {
  return async (req, res) => {
    const person = demoPeople.find(({ email }) => email === formBody(req).person);
    const account = await deps.db.account.findUnique({
      where: { email: person?.email ?? '' },
      select: { id: true, sessionEpoch: true },
    });
    if (!account) throw new NotFound();
    await finishSignIn(deps, req, res, {
      signedIn: { accountId: account.id, epoch: account.sessionEpoch, method: 'demo', level: 'account' },
    });
  };
}
