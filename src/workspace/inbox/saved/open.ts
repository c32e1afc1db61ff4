import type { RequestHandler } from 'express';
import type { Deps } from '../../../deps.ts';
import { NotFound } from '../../../web/errors.ts';
import { idParam } from '../../../web/input.ts';
import { officerOf } from '../../../web/officer-of.ts';
import { openSaved } from './content.ts';

/**
 * GET /urad/pohledy/:view: leads to a list that somebody of the department has saved; this is the address to pass on. What it
 * shows is what its reader may see.
 */
export function openSavedView({ db, vault }: Pick<Deps, 'db' | 'vault'>): RequestHandler {
  return async (req, res) => {
    const { departmentId } = officerOf(req);
    const saved = await db.inboxView.findFirst({ where: { id: idParam(req, 'view'), officer: { departmentId } } });
    if (!saved) throw new NotFound();
    res.redirect(303, `/urad?${openSaved(vault, saved.id, saved.content).query}`);
  };
}

/** POST /urad/pohledy/:view/smazani: its owner does not want the list any more. */
export function deleteSavedView({ db }: Pick<Deps, 'db'>): RequestHandler {
  return async (req, res) => {
    const { officerId } = officerOf(req);
    const { count } = await db.inboxView.deleteMany({ where: { id: idParam(req, 'view'), officerId } });
    if (count === 0) throw new NotFound();
    res.redirect(303, '/urad');
  };
}
