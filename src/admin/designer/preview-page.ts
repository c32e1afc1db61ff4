import type { RequestHandler } from 'express';
import { dayInPrague } from '../../core/czech/format.ts';
import { readEntries } from '../../core/form/read-entries.ts';
import type { Entries } from '../../core/form/answers.ts';
import type { Step } from '../../core/form/definition.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { framedByUs } from '../../web/framing.ts';
import { formBody, queryText, textParam } from '../../web/input.ts';
import { designerPath } from './paths.ts';
import { previewOf } from './preview-view.ts';
import { withSketch, type Designing } from './with-sketch.ts';

type DesignerDeps = Pick<Deps, 'db' | 'now'>;

/** GET …/navrh/nahled/:step: the step as the citizen meets it. */
export function showPreview(deps: DesignerDeps): RequestHandler {
  return withSketch(deps, designing => {
    render(designing, { now: deps.now(), entries: () => ({}), isJudged: false });
  });
}

/** The same with what was typed; nothing is stored. With `?otazky=1` only the questions are asked anew, as `askFurther` does. */
export function answerPreview(deps: DesignerDeps): RequestHandler {
  return withSketch(deps, designing => {
    const { req } = designing;
    const entries = (step: Step) => readEntries(step, formBody(req));
    render(designing, { now: deps.now(), entries, isJudged: queryText(req, 'otazky') === '' });
  });
}

interface Answering {
  now: Temporal.Instant;
  entries: (step: Step) => Entries;
  isJudged: boolean;
}

function render({ sketch, req, res }: Designing, { now, entries, isJudged }: Answering): void {
  const { slug, definition } = sketch;
  const step = definition.steps.find(({ id }) => id === textParam(req, 'step'));
  if (!step) throw new NotFound();
  framedByUs(res);
  res.render('admin/designer/preview.njk', {
    ...previewOf(definition, step, { entries, isJudged, today: dayInPrague(now) }),
    action: designerPath(slug, 'nahled', step.id),
    questionsAction: `${designerPath(slug, 'nahled', step.id)}?otazky=1`,
    keptUntil: dayInPrague(now).add({ days: 30 }),
  });
}
