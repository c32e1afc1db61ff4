import type { Request, Response } from 'express';
import { rememberCase } from '../web/opened-cases.ts';

/** To the receipt. A guest sees the case from now on by this browser's session, others by their account. */
export function goToReceipt(
  req: Request,
  res: Response,
  { caseId, reference }: { caseId: string; reference: string },
): void {
  if (req.actor.kind === 'guest') rememberCase(req, caseId);
  res.redirect(303, `/pripady/${reference}/potvrzeni`);
}
