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
import { textAt } from './typed.ts';
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
    const body = formBody(req);
    const entries = (step: Step) => withRows(readEntries(step, body), body);
    const isSentOn = !Object.keys(body).some(name => name.startsWith('_') && name !== '_csrf');
    render(designing, { now: deps.now(), entries, isJudged: isSentOn && queryText(req, 'otazky') === '' });
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

/** With a row more or less, when the button of a group asks for it. */
function withRows(typed: Entries, body: object): Entries {
  const added = textAt(body, '_pridat');
  const [, group = added, index] = /^(\w+)-(\d+)$/.exec(textAt(body, '_odebrat')) ?? [];
  const rows = Object.hasOwn(typed, group) ? typed[group] : undefined;
  if (!Array.isArray(rows) || rows.some(row => typeof row === 'string')) return typed;
  const rowsNow = rows as Entries[];
  return { ...typed, [group]: index === undefined ? [...rowsNow, {}] : rowsNow.toSpliced(Number(index), 1) };
}
