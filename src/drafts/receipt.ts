import type { Request, Response } from 'express';

/** To the receipt. A guest sees the case from now on by this browser's session, others by their account. */
export function goToReceipt(
  req: Request,
  res: Response,
  { caseId, reference }: { caseId: string; reference: string },
): void {
  const known = req.session.cases ?? [];
  if (req.actor.kind === 'guest' && !known.includes(caseId)) req.session.cases = [...known, caseId];
  res.redirect(303, `/pripady/${reference}/potvrzeni`);
}
