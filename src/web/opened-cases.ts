import type { Request } from 'express';

const kept = 50;

/** From now on this browser sees the case, also without an account: it has filed it, or knows its secret code. */
export function rememberCase(req: Request, caseId: string): void {
  req.session.cases = [...new Set([...(req.session.cases ?? []), caseId])].slice(-kept);
}
