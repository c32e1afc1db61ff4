import type { RequestHandler } from 'express';
import type { Definition } from '../../core/form/definition.ts';
import { consequences } from '../../core/form/edit/consequences.ts';
import { withFixedSpaces } from '../../core/form/edit/typography.ts';
import { withoutOrphanTranslations } from '../../core/form/edit/without-translations.ts';
import type { Deps } from '../../deps.ts';
import { BadRequest } from '../../web/errors.ts';
import { formBody } from '../../web/input.ts';
import { saveSketch } from '../agendas/sketch.ts';
import { conflictPage } from './conflict.ts';
import type { PlannedChange } from './planned-change.ts';
import { withSketch, type Designing } from './with-sketch.ts';

type DesignerDeps = Pick<Deps, 'db' | 'now'>;

/** The save cycle of the designer: read the form, change the sketch, save it by its revision, go on. */
export function changing(deps: DesignerDeps, plan: (designing: Designing) => PlannedChange): RequestHandler {
  return withSketch(deps, async designing => {
    const { sketch, req, res } = designing;
    const change = plan(designing);
    const revision = revisionOf(req);
    if (revision !== sketch.revision) {
      conflictPage(designing, { change, current: sketch, now: deps.now() });
      return;
    }
    const edited = change.operation(sketch.definition);
    if (!edited.ok) {
      if (edited.reason === 'missing') conflictPage(designing, { change, current: sketch, now: deps.now() });
      else change.refuse(edited);
      return;
    }
    const definition = withFixedSpaces(withoutOrphanTranslations(edited.definition));
    const command = { slug: sketch.slug, revision, definition, actor: req.actor, now: deps.now() };
    const saved = await saveSketch(deps, command);
    if (saved.ok) {
      const told = [change.done ?? '', ...warnings(sketch.definition, edited.definition)].filter(text => text !== '');
      if (told.length > 0) req.session.notice = told.join(' ');
      res.redirect(303, change.next(edited.id));
    } else if (saved.reason === 'changed') {
      conflictPage({ ...designing, sketch: saved.current }, { change, current: saved.current, now: deps.now() });
    } else if (saved.reason === 'unsafe') {
      change.refuse({ ok: false, reason: 'limit', message: saved.message });
    } else {
      res.redirect(303, `/sprava/agendy/${sketch.slug}`);
    }
  });
}

/** Of the sketch the form was made from. */
function revisionOf(req: Designing['req']): number {
  const { revize } = formBody(req);
  if (typeof revize !== 'string' || !/^\d{1,9}$/.test(revize)) throw new BadRequest();
  return Number(revize);
}

/** What the change has broken elsewhere. It is saved all the same: the author is on the way somewhere. */
function warnings(before: Definition, after: Definition): string[] {
  return consequences(before, after).map(({ label, message }) => `Pozor: ${label ? `${label}: ` : ''}${message}`);
}
