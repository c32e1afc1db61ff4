import { formatCrowns, formatNumber } from '../czech/amounts.ts';
import type { RowAnswers, Value } from './answers.ts';
import { isQuestion, type Field, type FieldOf } from './definition.ts';
import { kindOf } from './fields/index.ts';

/** An answer as people read it, line by line; for the summary, the PDF and the desk. A row of a group is one line. */
export function present(field: Field, value: Value): string[] {
  if (field.type === 'group') {
    return isRows(value) ? value.map((row, index) => `${index + 1}. ${rowLine(field, row)}`) : [];
  }
  if (isRows(value)) return [];
  if (field.type === 'computed') return typeof value === 'number' ? [figure(field, value)] : [];
  return isQuestion(field) ? kindOf(field).present(field, value) : [];
}

/** "Položka: Nájem sálu · Částka: 5 000 Kč". */
function rowLine({ fields }: FieldOf<'group'>, row: RowAnswers): string {
  return fields
    .flatMap(field => {
      const value = row[field.id];
      return value === undefined ? [] : [`${field.label}: ${present(field, value).join(', ')}`];
    })
    .join(' · ');
}

function figure({ format, unit }: FieldOf<'computed'>, value: number): string {
  if (format === 'money') return formatCrowns(value);
  return unit === undefined ? formatNumber(value) : `${formatNumber(value)}\u00a0${unit}`;
}

function isRows(value: Value): value is RowAnswers[] {
  return Array.isArray(value) && value.some(item => typeof item === 'object');
}
