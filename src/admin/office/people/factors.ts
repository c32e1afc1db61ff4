import type { RequestHandler } from 'express';
import type { Officer } from '../../../core/actor.ts';
import type { Deps } from '../../../deps.ts';
import type { Prisma } from '../../../generated/prisma/client.ts';
import { officerOf } from '../../../web/officer-of.ts';
import { peopleHome, personOf } from './find.ts';

type FactorDeps = Pick<Deps, 'db'>;

/** Takes away what an account asks for besides the password; from another slice. */
export type ResetSecondFactor = (
  tx: Prisma.TransactionClient,
  of: { officerId: string; accountId: string; actor: Officer },
) => Promise<void>;

/** Whether an account asks for more than a password. */
export async function hasSecondFactor({ db }: FactorDeps, accountId: string): Promise<boolean> {
  const [apps, keys] = await Promise.all([
    db.codeApp.count({ where: { accountId } }),
    db.passkey.count({ where: { accountId } }),
  ]);
  return apps + keys > 0;
}

/** Nobody does it for themselves: whoever knows their password alone would get in for good. */
export function resetFactors(deps: FactorDeps, reset: ResetSecondFactor): RequestHandler {
  return async (req, res) => {
    const { id: officerId, accountId, name } = await personOf(deps, req);
    const actor = officerOf(req);
    if (accountId === actor.accountId) {
      req.session.notice = 'Svoje druhé ověření si zrušit nemůžete. Požádejte jiného správce lidí.';
    } else {
      await deps.db.$transaction(tx => reset(tx, { officerId, accountId, actor }));
      req.session.notice = `${name} se teď přihlásí heslem a\u00a0druhé ověření si nastaví znovu.`;
    }
    res.redirect(303, `${peopleHome}/${officerId}`);
  };
}
