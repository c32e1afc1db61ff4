import type { RequestHandler } from 'express';
import { accountOf } from '../../core/actor.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { textParam } from '../../web/input.ts';
import { beginTrial } from './begin-trial.ts';
import { agendaPath, placePath } from './paths.ts';
import { findSketch } from './sketch.ts';

/** Begins a draft that the office never gets, and says which; drafts are another slice's. */
export type StartTrial = (trial: { versionId: string; accountId: string }) => Promise<{ id: string }>;

/** POST /sprava/agendy/:slug/zkouska: the sketch as people will see it, to be filled in and filed on trial. */
export function tryOut(deps: Pick<Deps, 'db' | 'now'>, startTrial: StartTrial): RequestHandler {
  return async (req, res) => {
    const slug = textParam(req, 'slug');
    const accountId = accountOf(req.actor);
    if (accountId === null) throw new NotFound();
    const begun = await beginTrial(deps, { slug, actor: req.actor, now: deps.now() });
    if (begun.ok) {
      const { id } = await startTrial({ versionId: begun.versionId, accountId });
      res.redirect(303, `/podani/${id}`);
      return;
    }
    const sketch = begun.reason === 'missing' ? null : await findSketch(deps.db, slug);
    if (begun.reason === 'missing' || !sketch) throw new NotFound();
    res.status(409).render('admin/trial-incomplete.njk', {
      section: 'sprava',
      place: 'agendy',
      slug,
      number: sketch.number,
      agendaTitle: sketch.definition.title || slug,
      back: agendaPath(slug, sketch.number),
      problems: begun.problems.map(({ label, message, path }) => ({
        label,
        message,
        href: placePath(slug, sketch.definition, path),
      })),
    });
  };
}
