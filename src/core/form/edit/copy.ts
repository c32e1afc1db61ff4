import type { Definition, Field, Step } from '../definition.ts';
import { copiedId } from './new-id.ts';

/** A copy of a step under new names. What its fields ask about each other, their copies ask about copies. */
export function copyOfStep(definition: Definition, step: Step): Step {
  const names = freshNames(definition, [step, ...innerFields(step.fields)]);
  const copy = renamed(step, names);
  return { ...copy, title: copiedLabel(step.title), fields: copy.fields.map(field => inCopy(field)) };
}

/** A copy of a field, for a group with copies of the fields of its rows. */
export function copyOfField(definition: Definition, field: Field): Field {
  return inCopy(renamed(field, freshNames(definition, innerFields([field]))));
}

function inCopy(field: Field): Field {
  return { ...field, label: copiedLabel(field.label) };
}

/** Labels tell questions apart, so a copy is not called the same. */
function copiedLabel(label: string): string {
  return label === '' ? '' : `${label.slice(0, 290)} (kopie)`;
}

function innerFields(fields: readonly Field[]): Field[] {
  return fields.flatMap((field): Field[] => (field.type === 'group' ? [field, ...field.fields] : [field]));
}

function freshNames(definition: Definition, items: readonly { id: string }[]): Map<string, string> {
  const names = new Map<string, string>();
  const attachments = [...definition.attachments];
  for (const { id } of items) {
    const fresh = copiedId({ ...definition, attachments }, id);
    // Taken from now on, whatever it will be the name of.
    attachments.push({ id: fresh } as Definition['attachments'][number]);
    names.set(id, fresh);
  }
  return names;
}

/** Ids, references and questions of formulas, wherever they are within. */
function renamed<T>(part: T, names: ReadonlyMap<string, string>): T {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map(item => renamed<unknown>(item, names)) as T;
  const entries = Object.entries(part).map(([key, value]: [string, unknown]) => {
    if (typeof value === 'string' && (key === 'id' || key === 'notBefore')) return [key, names.get(value) ?? value];
    if (typeof value === 'string' && key === 'var') return [key, renamedPath(value, names)];
    if (key === 'sum' && Array.isArray(value)) return [key, renamedSum(value, names)];
    return [key, renamed(value, names)];
  });
  return Object.fromEntries(entries) as T;
}

function renamedPath(path: string, names: ReadonlyMap<string, string>): string {
  const [id = '', ...parts] = path.split('.');
  return [names.get(id) ?? id, ...parts].join('.');
}

function renamedSum([rows, column]: unknown[], names: ReadonlyMap<string, string>): unknown[] {
  return [renamed(rows, names), typeof column === 'string' ? (names.get(column) ?? column) : column];
}
