import type { Field } from '../../core/form/definition.ts';
import { fieldPath } from './paths.ts';

/** A list of fields with what moves them. */
export interface FieldRow {
  id: string;
  label: string;
  type: string;
  href: string;
  moveAction: string;
  isRequired: boolean;
  isConditional: boolean;
  isFirst: boolean;
  isLast: boolean;
}

export function fieldRows(slug: string, fields: readonly Field[]): FieldRow[] {
  return fields.map((field, index) => ({
    id: field.id,
    label: field.label,
    type: field.type,
    href: fieldPath(slug, field.id),
    moveAction: `${fieldPath(slug, field.id)}/presun`,
    isRequired: 'required' in field && field.required,
    isConditional: field.when !== undefined,
    isFirst: index === 0,
    isLast: index === fields.length - 1,
  }));
}
