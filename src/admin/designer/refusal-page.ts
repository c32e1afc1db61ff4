import type { Refused } from '../../core/form/edit/edited.ts';
import { renderDesigner } from './page.ts';
import { errorsOf } from './refused.ts';
import type { Designing } from './with-sketch.ts';

/** Answers a refused change that has no form of its own: why, what was typed, and the way back. */
export function refusal(
  designing: Designing,
  { back, now, typed = '' }: { back: string; now: Temporal.Instant; typed?: string },
): (refused: Refused) => void {
  return refused => {
    designing.res.status(400);
    renderDesigner(designing, {
      template: 'refusal',
      where: { part: 'refusal' },
      now,
      errors: errorsOf(refused),
      view: { back, typed },
    });
  };
}
