import type { Request, RequestHandler, Response } from 'express';
import { dayInPrague } from '../../core/czech/format.ts';
import { NotFound } from '../../web/errors.ts';
import { idParam } from '../../web/input.ts';
import type { ReadDirectory } from '../directory.ts';
import { officerOf } from '../../web/officer-of.ts';
import { blankAbsence, typedOf } from './form.ts';
import { keepAbsence } from './keep.ts';
import { type AbsenceRow, findAbsence, managedBy } from './queries.ts';
import { type AbsenceDeps, home, renderAbsence, renderAbsences } from './render.ts';
import { cancelAbsence } from './save.ts';

type Pages = Record<'show' | 'add' | 'edit' | 'save' | 'cancel', RequestHandler>;

/** When an officer is away and who stands in: their own absences, and for a head those of the department. */
export function absencePages(deps: AbsenceDeps, directory: ReadDirectory): Pages {
  return {
    show: async (req, res) => {
      const typed = blankAbsence(officerOf(req).officerId);
      await renderAbsences(deps, directory, { req, res, typed });
    },
    add: async (req, res) => {
      const attempt = await keepAbsence(deps, directory, req);
      if (!attempt) done(directory, { req, res, notice: 'Nepřítomnost je zapsaná.' });
      else await renderAbsences(deps, directory, { req, res: res.status(400), ...attempt });
    },
    edit: async (req, res) => {
      const absence = await ownAbsence(deps, req);
      const typed = typedOf({ ...absence, deputyId: absence.deputyId ?? '' });
      await renderAbsence(directory, { req, res, absence, typed });
    },
    save: async (req, res) => {
      const absence = await ownAbsence(deps, req);
      const attempt = await keepAbsence(deps, directory, req, absence);
      if (!attempt) done(directory, { req, res, notice: 'Nepřítomnost je změněná.' });
      else await renderAbsence(directory, { req, res: res.status(400), absence, ...attempt });
    },
    cancel: async (req, res) => {
      const absence = await ownAbsence(deps, req);
      await cancelAbsence(deps, { ...absence, actor: officerOf(req), now: deps.now() });
      done(directory, { req, res, notice: 'Nepřítomnost je zrušená. Případy má zase ten, komu patří.' });
    },
  };
}

/** Not found when it is over, or of somebody whose absences are not this officer's to set. */
async function ownAbsence({ db, now }: AbsenceDeps, req: Request): Promise<AbsenceRow> {
  const managed = managedBy(officerOf(req));
  const absence = await findAbsence(db, { id: idParam(req, 'absence'), managed, today: dayInPrague(now()) });
  if (!absence) throw new NotFound();
  return absence;
}

function done(directory: ReadDirectory, { req, res, notice }: { req: Request; res: Response; notice: string }): void {
  directory.forget();
  req.session.notice = notice;
  res.redirect(303, home);
}
