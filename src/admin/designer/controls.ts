import { attachmentFormats, autocompleteTokens, prefillSources } from '../../core/form/field-schema.ts';
import type { Definition, Field, FieldType } from '../../core/form/definition.ts';
import { prefillProblem } from '../../core/form/check-prefill.ts';
import { placesOf, type Place } from '../../core/form/places.ts';

/** One property of a field as a box of its form; texts are `designer:property.<name>`. */
export type Control =
  | { name: string; as: 'line' | 'text' | 'whole' | 'number' | 'tick' }
  /** `choices` have texts `designer:choice.<name>.<value>`, unless they bring their own. Empty is left out. */
  | { name: string; as: 'choice'; choices: Choice[]; emptyKey?: string }
  | { name: string; as: 'ticks'; choices: Choice[] };

interface Choice {
  value: string;
  /** A text of the agenda itself, e.g. the label of another question. */
  label?: string;
}

/** The properties of a field that a form of boxes can hold; conditions, options and formulas have their own. */
export function controlsOf(definition: Definition, place: Place): Control[] {
  const { field } = place;
  return [
    { name: 'label', as: 'line' },
    ...(field.type === 'explanation' ? [text('text')] : []),
    ...('hint' in field || hasHint(field.type) ? [text('hint')] : []),
    ...special(definition, place),
    ...(isRequirable(field.type) ? [{ name: 'required', as: 'tick' } as const] : []),
  ];
}

/** Less often needed, shown folded. */
export function furtherControlsOf({ field, group }: Place): Control[] {
  const sources = group ? [] : prefillSources.filter(source => fitsPrefill(field, source));
  return [
    ...(hasMissing(field.type) ? [line('missing')] : []),
    ...(sources.length > 0 ? [choice('prefill', sources)] : []),
    ...(hasAutocomplete(field.type) ? [choice('autocomplete', autocompleteTokens)] : []),
  ];
}

const line = (name: string): Control => ({ name, as: 'line' });
const text = (name: string): Control => ({ name, as: 'text' });
const whole = (name: string): Control => ({ name, as: 'whole' });
const number = (name: string): Control => ({ name, as: 'number' });
const choice = (name: string, values: readonly string[]): Control => ({
  name,
  as: 'choice',
  choices: values.map(value => ({ value })),
});
const ticks = (name: string, values: readonly string[]): Control => ({
  name,
  as: 'ticks',
  choices: values.map(value => ({ value })),
});

function special(definition: Definition, place: Place): Control[] {
  switch (place.field.type) {
    case 'text':
      return [whole('maxLength'), whole('digits')];
    case 'longText':
      return [whole('maxLength')];
    case 'number':
      return [line('unit'), number('min'), number('max'), whole('decimals')];
    case 'money':
      return [number('min'), number('max')];
    case 'date':
      return [whole('minDaysFromToday'), whole('maxDaysFromToday'), notBefore(definition, place)];
    case 'person':
      return [ticks('ask', ['born', 'address'])];
    case 'organisation':
      return [ticks('ask', ['address'])];
    case 'birthNumber':
      return [text('reason')];
    case 'computed':
      return [choice('format', ['number', 'money']), line('unit'), whole('decimals')];
    case 'group':
      return [line('rowLabel'), whole('min'), whole('max')];
    case 'file':
      return [ticks('formats', attachmentFormats), whole('maxMegabytes'), whole('maxFiles')];
    default:
      return [];
  }
}

/** Days that are asked before. */
function notBefore(definition: Definition, { order, group }: Place): Control {
  const dates = placesOf(definition).filter(
    place => place.field.type === 'date' && place.order < order && (!place.group || place.group.id === group?.id),
  );
  return {
    name: 'notBefore',
    as: 'choice',
    choices: dates.map(({ field }) => ({ value: field.id, label: field.label || field.id })),
  };
}

const unasked: readonly FieldType[] = ['computed', 'heading', 'explanation'];

function isRequirable(type: FieldType): boolean {
  return !unasked.includes(type);
}

function hasHint(type: FieldType): boolean {
  return type !== 'heading' && type !== 'explanation';
}

function hasMissing(type: FieldType): boolean {
  return isRequirable(type) && type !== 'file';
}

function hasAutocomplete(type: FieldType): boolean {
  return ['text', 'date', 'email', 'phone', 'address'].includes(type);
}

function fitsPrefill(field: Field, source: (typeof prefillSources)[number]): boolean {
  if (!('prefill' in field) && !hasMissing(field.type)) return false;
  const filled = { ...field, prefill: source } as Field;
  return prefillProblem({ field: filled, path: '' } as Place).length === 0 && field.type !== 'group';
}
