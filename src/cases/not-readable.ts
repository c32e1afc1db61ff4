import type { Request, Response } from 'express';
import { visibleTo } from '../core/case/permissions.ts';
import { parseReference } from '../core/case/reference.ts';
import type { Deps } from '../deps.ts';
import { NotFound } from '../web/errors.ts';

/**
 * Answers for a case the reader may not see, or that does not exist: it has to look the same. An officer whose work it is
 * is led to the desk; a guest is told how to get in, since the link may be from their own mail.
 */
export async function notReadable(
  { db }: Pick<Deps, 'db'>,
  req: Request,
  res: Response,
  reference: string,
): Promise<void> {
  const known = parseReference(reference);
  if (req.actor.kind === 'officer' && known !== null) {
    const where = { AND: [{ reference: known }, visibleTo(req.actor)] };
    const onDesk = await db.case.findFirst({ where, select: { reference: true } });
    if (onDesk) {
      res.redirect(303, `/urad/pripady/${onDesk.reference}`);
      return;
    }
  }
  if (req.actor.kind !== 'guest') throw new NotFound();
  const back = new URLSearchParams({ zpet: req.path }).toString();
  res
    .status(404)
    .set('Cache-Control', 'no-store')
    .render('cases/not-readable.njk', { signInHref: `/prihlaseni?${back}`, trackHref: '/stav' });
}
