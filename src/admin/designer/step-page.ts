import type { RequestHandler } from 'express';
import type { Definition, Step } from '../../core/form/definition.ts';
import { editStep } from '../../core/form/edit/steps.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { formBody, textParam, type FormError } from '../../web/input.ts';
import { changing } from './change.ts';
import { conditionForm, logicOf, type ConditionForm } from './condition-form.ts';
import { conditionView } from './condition-view.ts';
import { fieldRows } from './field-rows.ts';
import { renderDesigner } from './page.ts';
import { designerPath, stepPath } from './paths.ts';
import { errorsOf } from './refused.ts';
import { typedCondition } from './typed-condition.ts';
import { textAt } from './typed.ts';
import { typesFor } from './types.ts';
import { withSketch, type Designing } from './with-sketch.ts';

type DesignerDeps = Pick<Deps, 'db' | 'now'>;

const conditionName = 'podminka';

interface StepForm {
  values: { title: string; why: string };
  condition: ConditionForm;
}

/** GET …/navrh/kroky/:step: one step and the list of its fields. */
export function showStep(deps: DesignerDeps): RequestHandler {
  return withSketch(deps, designing => {
    const step = stepOf(designing);
    if (!step) throw new NotFound();
    const { definition } = designing.sketch;
    const values = { title: step.title, why: step.why ?? '' };
    const form = { values, condition: conditionForm(definition, conditionName, step.when) };
    renderStep(designing, { step, form, now: deps.now() });
  });
}

/** POST …/navrh/kroky/:step */
export function saveStep(deps: DesignerDeps): RequestHandler {
  return changing(deps, designing => {
    const { sketch, req, res } = designing;
    const id = textParam(req, 'step');
    const body: unknown = formBody(req);
    const values = { title: textAt(body, 'title'), why: textAt(body, 'why') };
    const formFor = (definition: Definition) => ({
      values,
      condition: typedCondition(definition, conditionName, body),
    });
    let errors: FormError[] = [];
    return {
      operation: definition => {
        const before = definition.steps.find(step => step.id === id)?.when;
        const when = logicOf(definition, formFor(definition).condition, before);
        errors = when.ok ? [] : when.errors;
        if (!when.ok) return { ok: false, reason: 'invalid', problems: [] };
        const { title, why } = values;
        const said = {
          title,
          ...(why.trim() !== '' && { why }),
          ...(when.logic !== undefined && { when: when.logic }),
        };
        return editStep(definition, id, said);
      },
      next: () => stepPath(sketch.slug, id),
      back: designerPath(sketch.slug),
      refuse: refused => {
        const step = stepOf(designing);
        if (!step) throw new NotFound();
        res.status(400);
        const all = [...errors, ...errorsOf(refused)];
        renderStep(designing, { step, form: formFor(sketch.definition), now: deps.now(), errors: all });
      },
      typed: [
        { text: 'property.title', value: values.title },
        { text: 'property.why', value: values.why },
      ],
    };
  });
}

type Shown = { step: Step; form: StepForm; now: Temporal.Instant; errors?: FormError[] };

function renderStep(designing: Designing, { step, form, now, errors = [] }: Shown): void {
  const { slug, definition } = designing.sketch;
  const { id } = step;
  renderDesigner(designing, {
    template: 'step',
    where: { step: id },
    preview: id,
    now,
    errors,
    view: {
      step,
      action: stepPath(slug, id),
      form: { ...form, condition: conditionView(definition, form.condition, { step: id }) },
      rows: fieldRows(slug, step.fields),
      types: typesFor({}),
      container: `krok:${id}`,
    },
  });
}

function stepOf({ sketch, req }: Designing): Step | undefined {
  const id = textParam(req, 'step');
  return sketch.definition.steps.find(step => step.id === id);
}
