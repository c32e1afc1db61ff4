import type { RequestHandler } from 'express';
import { editField, placeOf } from '../../core/form/edit/fields.ts';
import type { Place } from '../../core/form/places.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { formBody, textParam, type FormError } from '../../web/input.ts';
import { anchorOf } from './anchor.ts';
import { changing } from './change.ts';
import { fieldForm, inputOf, typedField, type FieldForm } from './field-form.ts';
import { fieldView } from './field-view.ts';
import { typedOptions } from './options-form.ts';
import { renderDesigner } from './page.ts';
import { designerPath, fieldPath } from './paths.ts';
import { errorsOf } from './refused.ts';
import { textAt } from './typed.ts';
import { withSketch, type Designing } from './with-sketch.ts';

type DesignerDeps = Pick<Deps, 'db' | 'now'>;

/** GET …/navrh/otazky/:field */
export function showField(deps: DesignerDeps): RequestHandler {
  return withSketch(deps, designing => {
    const { definition } = designing.sketch;
    const place = placeOf(definition, textParam(designing.req, 'field'));
    if (!place) throw new NotFound();
    renderField(designing, { place, form: fieldForm(definition, place), now: deps.now() });
  });
}

/** POST …/navrh/otazky/:field: the whole field, whichever button of its form was pressed. */
export function saveField(deps: DesignerDeps): RequestHandler {
  return changing(deps, designing => {
    const { sketch, req, res } = designing;
    const id = textParam(req, 'field');
    const body: unknown = formBody(req);
    let errors: FormError[] = [];
    return {
      operation: definition => {
        const place = placeOf(definition, id);
        if (!place) return { ok: false, reason: 'missing' };
        const read = inputOf(definition, place, typedField(definition, place, body));
        errors = read.ok ? [] : read.errors;
        return read.ok ? editField(definition, id, read.input) : { ok: false, reason: 'invalid', problems: [] };
      },
      next: () => fieldPath(sketch.slug, id) + anchorOf(textAt(body, 'akce')),
      back: designerPath(sketch.slug),
      refuse: refused => {
        const place = placeOf(sketch.definition, id);
        if (!place) throw new NotFound();
        res.status(400);
        const form = typedField(sketch.definition, place, body);
        renderField(designing, { place, form, now: deps.now(), errors: [...errors, ...errorsOf(refused)] });
      },
      typed: typedTexts(body),
    };
  });
}

type Shown = { place: Place; form: FieldForm; now: Temporal.Instant; errors?: FormError[] };

function renderField(designing: Designing, { place, form, now, errors = [] }: Shown): void {
  const { slug, definition } = designing.sketch;
  renderDesigner(designing, {
    template: 'field',
    where: { step: place.step.id, field: place.field.id },
    preview: place.step.id,
    now,
    errors,
    view: fieldView(slug, definition, place, form),
  });
}

const written = ['label', 'hint', 'missing', 'text', 'reason', 'rowLabel', 'unit'];

/** What the author has written by hand. */
function typedTexts(body: unknown): { text: string; value: string }[] {
  return [
    ...written.map(name => ({ text: `property.${name}`, value: textAt(body, name) })),
    ...typedOptions(body).map(({ label }) => ({ text: 'property.option', value: label })),
  ];
}
