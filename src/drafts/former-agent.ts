import type { Request, Response } from 'express';
import { accountOf } from '../core/actor.ts';
import type { AppDeps } from '../deps.ts';
import { idParam } from '../web/input.ts';

export const mandateOver =
  'Zmocnění skončilo, tohle podání už vyplňovat ani odeslat nemůžete. Nic se neztratilo: rozepsané podání zůstalo zmocniteli, který ho může dokončit.';

/** Tells the agent of a draft whose mandate is over; of anybody else's draft nothing is said, and the answer is false. */
export async function refuseFormerAgent({ db }: AppDeps, req: Request, res: Response): Promise<boolean> {
  const accountId = accountOf(req.actor);
  if (accountId === null) return false;
  const begun = { id: idParam(req, 'draft'), actedById: accountId, mandateId: { not: null } };
  if ((await db.draft.count({ where: begun })) === 0) return false;
  res.status(404).set('Cache-Control', 'no-store').render('drafts/mandate-over.njk');
  return true;
}
