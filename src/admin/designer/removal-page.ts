import type { RequestHandler } from 'express';
import { placeOf, removeField } from '../../core/form/edit/fields.ts';
import { referencesTo, type Target } from '../../core/form/edit/references.ts';
import { removeStep } from '../../core/form/edit/steps.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { formBody, textParam } from '../../web/input.ts';
import { changing } from './change.ts';
import { renderDesigner } from './page.ts';
import { designerPath, fieldPath, stepPath } from './paths.ts';
import { textAt } from './typed.ts';
import { withSketch, type Designing } from './with-sketch.ts';

type DesignerDeps = Pick<Deps, 'db' | 'now'>;
type What = 'step' | 'field';

/** GET …/smazani of a step or field: what goes with it, and whether it is really to go. */
export function confirmRemoval(deps: DesignerDeps, what: What): RequestHandler {
  return withSketch(deps, designing => {
    renderRemoval(designing, what, deps.now());
  });
}

/** POST …/smazani: what refers to it goes too when the page has named it; if more does by now, it is named first. */
export function remove(deps: DesignerDeps, what: What): RequestHandler {
  return changing(deps, designing => {
    const { sketch, req, res } = designing;
    const id = textParam(req, what);
    const withReferences = textAt(formBody(req), 'iOdkazy') !== '';
    return {
      operation: definition =>
        what === 'step'
          ? removeStep(definition, { id, withReferences })
          : removeField(definition, { id, withReferences }),
      next: () => parentOf(designing, what, id),
      back: designerPath(sketch.slug),
      refuse: () => {
        res.status(400);
        renderRemoval(designing, what, deps.now());
      },
    };
  });
}

function renderRemoval(designing: Designing, what: What, now: Temporal.Instant): void {
  const { sketch, req } = designing;
  const { slug, definition } = sketch;
  const id = textParam(req, what);
  const target: Target = what === 'step' ? { step: id } : { field: id };
  const step = definition.steps.find(candidate => candidate.id === id);
  const place = placeOf(definition, id);
  const removed = what === 'step' ? step && { label: step.title, inner: step.fields } : place && innerOf(place.field);
  if (!removed) throw new NotFound();
  const path = what === 'step' ? stepPath(slug, id) : fieldPath(slug, id);
  renderDesigner(designing, {
    template: 'removal',
    where: what === 'step' ? { step: id } : { ...(place && { step: place.step.id }), field: id },
    now,
    view: { what, removed, references: referencesTo(definition, target), action: `${path}/smazani`, back: path },
  });
}

type PlacedField = NonNullable<ReturnType<typeof placeOf>>['field'];

function innerOf(field: PlacedField): { label: string; inner: readonly PlacedField[] } {
  return { label: field.label, inner: field.type === 'group' ? field.fields : [] };
}

function parentOf({ sketch }: Designing, what: What, id: string): string {
  const place = what === 'field' ? placeOf(sketch.definition, id) : undefined;
  if (!place) return designerPath(sketch.slug);
  return place.group ? fieldPath(sketch.slug, place.group.id) : stepPath(sketch.slug, place.step.id);
}
