import type { RequestHandler } from 'express';
import { addStep } from '../../core/form/edit/steps.ts';
import type { Deps } from '../../deps.ts';
import { formBody, type FormError } from '../../web/input.ts';
import { changing } from './change.ts';
import { renderDesigner } from './page.ts';
import { designerPath, stepPath } from './paths.ts';
import { errorsOf } from './refused.ts';
import { textAt } from './typed.ts';
import { withSketch, type Designing } from './with-sketch.ts';

type DesignerDeps = Pick<Deps, 'db' | 'now'>;

/** GET …/navrh: the steps in their order. */
export function showOverview(deps: DesignerDeps): RequestHandler {
  return withSketch(deps, designing => {
    render(designing, { now: deps.now() });
  });
}

/** POST …/navrh/kroky */
export function addStepTo(deps: DesignerDeps): RequestHandler {
  return changing(deps, designing => {
    const { sketch, req, res } = designing;
    const title = textAt(formBody(req), 'title');
    return {
      operation: definition => addStep(definition, { title }),
      next: id => stepPath(sketch.slug, id),
      back: designerPath(sketch.slug),
      refuse: refused => {
        res.status(400);
        render(designing, { now: deps.now(), title, errors: errorsOf(refused) });
      },
      typed: [{ text: 'property.title', value: title }],
    };
  });
}

type Shown = { now: Temporal.Instant; title?: string; errors?: FormError[] };

function render(designing: Designing, { now, title = '', errors = [] }: Shown): void {
  const { slug, definition } = designing.sketch;
  renderDesigner(designing, {
    template: 'overview',
    where: {},
    now,
    errors,
    view: {
      newTitle: title,
      steps: definition.steps.map(({ id, title: name, when, fields }, index) => ({
        id,
        title: name,
        href: stepPath(slug, id),
        moveAction: `${stepPath(slug, id)}/presun`,
        isConditional: when !== undefined,
        count: fields.length,
        isFirst: index === 0,
        isLast: index === definition.steps.length - 1,
      })),
    },
  });
}
