import type { Definition, Field } from '../definition.ts';
import { placesOf, type Place } from '../places.ts';
import { inCase, nounOf, type Context, type Subject } from './subject.ts';
import { listed } from './quotes.ts';

export function fieldSubject(field: Field, context: Context): Subject {
  return { area: 'form', noun: nounOf(field), name: field.label, place: `fields.${field.id}`, context };
}

/** Tells the step or the group a field stands in from all others. */
export function containerKey({ step, group }: Place): string {
  return group === undefined ? `step ${step.id}` : `group ${group.id}`;
}

/** Whether the step or the group a field stands in is in the other version too. */
export function hasContainer(definition: Definition, place: Place): boolean {
  const key = containerKey(place);
  return place.group === undefined
    ? definition.steps.some(({ id }) => id === place.step.id)
    : placesOf(definition).some(({ field }) => field.type === 'group' && `group ${field.id}` === key);
}

/** The step or the group in words: "kroku „Váš pes“". */
export function containerOf({ step, group }: Place, context: Context): string {
  const name = group === undefined ? step.title : group.label;
  const noun = group === undefined ? 'step' : 'group';
  return inCase({ area: 'form', noun, name, place: '', context }, 'of');
}

/** The labels of fields another version does not have, in brackets. */
export function namesOfNew(fields: readonly Field[], { than }: { than: Definition }): string {
  const known = new Set(placesOf(than).map(({ field }) => field.id));
  const labels = fields.filter(({ id }) => !known.has(id)).map(({ label }) => label);
  return labels.length === 0 ? '' : ` (${listed(labels)})`;
}
