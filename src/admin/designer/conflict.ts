import { accountOf } from '../../core/actor.ts';
import { formBody } from '../../web/input.ts';
import type { Sketch } from '../agendas/sketch.ts';
import { renderDesigner } from './page.ts';
import type { PlannedChange } from './planned-change.ts';
import type { Designing } from './with-sketch.ts';

interface Conflict {
  change: PlannedChange;
  current: Sketch;
  now: Temporal.Instant;
}

/**
 * 409: somebody else has saved meanwhile. The page shows who and when, and what was typed; the same form goes again on top of
 * what there is now, or is thrown away. What has been removed cannot be saved any more, and that is said.
 */
export function conflictPage(designing: Designing, { change, current, now }: Conflict): void {
  const { req, res } = designing;
  const attempt = change.operation(current.definition);
  const isGone = !attempt.ok && attempt.reason === 'missing';
  res.status(409);
  renderDesigner(designing, {
    template: 'conflict',
    where: { part: 'conflict' },
    now,
    view: {
      isGone,
      reason: isGone ? 'gone' : isOwn(current, req) ? 'own' : 'title',
      editedBy: current.editedBy,
      typed: (change.typed ?? []).filter(({ value }) => value.trim() !== ''),
      action: req.originalUrl,
      again: sentAgain(req),
      discardHref: change.back,
    },
  });
}

/** The same person in another window. */
function isOwn({ editedBy }: Sketch, { actor }: Designing['req']): boolean {
  return editedBy !== null && editedBy.accountId === accountOf(actor);
}

/** Everything the form sent but its token and revision, value by value. */
function sentAgain(req: Designing['req']): { name: string; value: string }[] {
  return Object.entries(formBody(req))
    .filter(([name]) => name !== '_csrf' && name !== 'revize')
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? (value as unknown[]) : [value])
        .filter(item => typeof item === 'string')
        .map(item => ({ name, value: item })),
    );
}
