import { formatCrowns, formatNumber } from '../czech/amounts.ts';
import { formatDate } from '../czech/format.ts';
import { canBe, partNames } from './check-answers.ts';
import type { Definition, Field } from './definition.ts';
import { kindAt } from './edit/comparisons.ts';
import type { KindOf } from './edit/condition.ts';
import { placesOf } from './places.ts';

/** A question or its part as a condition asks about it, e.g. "home.zip". */
export interface Asked {
  field: Field | undefined;
  part: string;
}

export function askedAt(path: string, definition: Definition): Asked {
  const [id = '', ...part] = path.split('.');
  return { field: placesOf(definition).find(place => place.field.id === id)?.field, part: part.join('.') };
}

export function kindsIn(definition: Definition): KindOf {
  return path => {
    const { field, part } = askedAt(path, definition);
    return field && kindAt(field, part);
  };
}

/** The words of the form for what is asked, e.g. "PSČ v odpovědi „Adresa“". */
export function named(path: string, definition: Definition): string {
  const { field, part } = askedAt(path, definition);
  const label = `„${field?.label ?? path}“`;
  const last = part.split('.').at(-1) ?? '';
  return part === '' ? label : `${partNames[last] ?? last} v\u00a0odpovědi ${label}`;
}

/** What was written in a condition, as the question it is compared with would show it. */
export function literalWords(value: string | number | boolean, { field, part }: Asked): string {
  if (typeof value === 'boolean') return value ? '„Ano“' : '„Ne“';
  if (typeof value === 'number') return amount(value, field);
  if (part === '' && (field?.type === 'oneOf' || field?.type === 'severalOf'))
    return `„${field.options.find(option => option.value === value)?.label ?? value}“`;
  return canBe('date', value) ? formatDate(Temporal.PlainDate.from(value), 'numeric') : `„${value}“`;
}

function amount(value: number, field: Field | undefined): string {
  if (field?.type === 'money' || (field?.type === 'computed' && field.format === 'money')) return formatCrowns(value);
  const unit = field?.type === 'number' || field?.type === 'computed' ? field.unit : undefined;
  return unit === undefined ? formatNumber(value) : `${formatNumber(value)}\u00a0${unit}`;
}
