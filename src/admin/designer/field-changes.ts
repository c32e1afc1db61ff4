import type { RequestHandler } from 'express';
import type { Definition } from '../../core/form/definition.ts';
import { overLimit, type Edited } from '../../core/form/edit/edited.ts';
import { addField, changeFieldType, duplicateField } from '../../core/form/edit/fields.ts';
import { moveField, moveFieldTo } from '../../core/form/edit/move-field.ts';
import { placeOf } from '../../core/form/edit/fields.ts';
import type { Deps } from '../../deps.ts';
import { BadRequest } from '../../web/errors.ts';
import { formBody, textParam } from '../../web/input.ts';
import { changing } from './change.ts';
import { containerAt } from './container.ts';
import { designerPath, fieldPath, stepPath } from './paths.ts';
import { refusal } from './refusal-page.ts';
import { textAt, textsAt } from './typed.ts';
import { isFieldType } from './types.ts';
import type { Designing } from './with-sketch.ts';

type DesignerDeps = Pick<Deps, 'db' | 'now'>;

/** POST …/navrh/otazky: a new field into a step or a group. */
export function addFieldTo(deps: DesignerDeps): RequestHandler {
  return changing(deps, designing => {
    const body: unknown = formBody(designing.req);
    const [type, into] = [textAt(body, 'type'), containerAt(textAt(body, 'kam'))];
    if (!into) throw new BadRequest();
    const label = textAt(body, 'label');
    const { slug } = designing.sketch;
    const back = 'step' in into ? stepPath(slug, into.step) : fieldPath(slug, into.group);
    return {
      operation: definition =>
        isFieldType(type) ? addField(definition, { type, label, into }) : overLimit('Vyberte, na co se otázka ptá.'),
      next: id => fieldPath(slug, id),
      back,
      refuse: refusal(designing, { back, now: deps.now(), typed: label }),
      typed: [{ text: 'property.label', value: label }],
    };
  });
}

/** POST …/navrh/otazky/:field/presun: by one (`smer`), in front of another field (`pred`) or elsewhere (`kam`). */
export function moveFieldBy(deps: DesignerDeps): RequestHandler {
  return fieldChange(deps, (definition, id, body) => {
    const [direction, before, into] = [textAt(body, 'smer'), textAt(body, 'pred'), containerAt(textAt(body, 'kam'))];
    if (direction === 'nahoru') return moveField(definition, { id, direction: 'up' });
    if (direction === 'dolu') return moveField(definition, { id, direction: 'down' });
    if (!into) return overLimit('Vyberte, kam se má otázka přesunout.');
    return moveFieldTo(definition, { id, into, ...(before !== '' && { before }) });
  });
}

/** POST …/navrh/otazky/:field/kopie */
export function copyField(deps: DesignerDeps): RequestHandler {
  return fieldChange(deps, duplicateField, { isOpenedNext: true });
}

/** POST …/navrh/otazky/:field/typ */
export function changeType(deps: DesignerDeps): RequestHandler {
  const change = (definition: Definition, id: string, body: unknown): Edited => {
    const type = textAt(body, 'type');
    return isFieldType(type) ? changeFieldType(definition, { id, type }) : overLimit('Vyberte typ otázky.');
  };
  return fieldChange(deps, change, { isOpenedNext: true });
}

type Operation = (definition: Definition, id: string, body: unknown) => Edited;

/** Leads to the field when it is to be edited next, otherwise back to the list it stands in. */
function fieldChange(deps: DesignerDeps, operation: Operation, { isOpenedNext = false } = {}): RequestHandler {
  return changing(deps, designing => {
    const { sketch, req } = designing;
    const id = textParam(req, 'field');
    const body: unknown = formBody(req);
    const back = fieldPath(sketch.slug, id);
    return {
      operation: definition => operation(definition, id, body),
      next: changed => (isOpenedNext || isMovedAway(body) ? fieldPath(sketch.slug, changed) : listOf(designing, id)),
      back: designerPath(sketch.slug),
      refuse: refusal(designing, { back, now: deps.now() }),
    };
  });
}

/** Into another list, rather than within the one that is in sight. */
function isMovedAway(body: unknown): boolean {
  return textAt(body, 'kam') !== '' && textsAt(body, 'pred').length === 0;
}

function listOf({ sketch }: Designing, id: string): string {
  const place = placeOf(sketch.definition, id);
  if (!place) return designerPath(sketch.slug);
  const list = place.group ? fieldPath(sketch.slug, place.group.id) : stepPath(sketch.slug, place.step.id);
  return `${list}#polozka-${id}`;
}
