import type { Definition } from '../../core/form/definition.ts';
import { placesOf, type Place } from '../../core/form/places.ts';
import { conditionView } from './condition-view.ts';
import type { FieldForm } from './field-form.ts';
import { fieldRows } from './field-rows.ts';
import { formulaView } from './formula-view.ts';
import { fieldPath, stepPath } from './paths.ts';
import { rowTypes, typesFor } from './types.ts';

/** The page of one field; `form` is as it is stored or as it was typed. */
export function fieldView(slug: string, definition: Definition, place: Place, form: FieldForm): object {
  const { field, step, group } = place;
  return {
    field,
    action: fieldPath(slug, field.id),
    parent: group
      ? { href: fieldPath(slug, group.id), text: group.label }
      : { href: stepPath(slug, step.id), text: step.title },
    form: {
      ...form,
      condition: conditionView(definition, form.condition, { field: field.id }),
      ...(form.formula && { formula: formulaView(definition, form.formula, { field: field.id }) }),
    },
    types: typesFor(place),
    containers: group ? [] : containersFor(definition, place),
    ...(field.type === 'group' && {
      rows: fieldRows(slug, field.fields),
      container: `skupina:${field.id}`,
      rowTypes: typesFor({ group: field }),
    }),
  };
}

/** Other steps and groups it can be moved to. */
function containersFor(definition: Definition, { step, field }: Place): { value: string; label: string }[] {
  const groups = rowTypes.includes(field.type)
    ? placesOf(definition).flatMap(({ field: other }) => (other.type === 'group' ? [other] : []))
    : [];
  return [
    ...definition.steps
      .filter(other => other !== step)
      .map(({ id, title }) => ({ value: `krok:${id}`, label: title || id })),
    ...groups.map(({ id, label }) => ({ value: `skupina:${id}`, label: label || id })),
  ];
}
