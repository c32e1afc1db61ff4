import { formatCrowns, formatNumber } from '../czech/amounts.ts';
import { formatDate } from '../czech/format.ts';
import { canBe, partNames } from './check-answers.ts';
import type { Definition, Field, Logic } from './definition.ts';
import { comparisonsFor, kindAt, needsValue, type Comparison } from './edit/comparisons.ts';
import type { ConditionRow, ConditionValue, KindOf } from './edit/condition.ts';
import { readCondition } from './edit/conditions.ts';
import { readFormula, type FormulaShape, type Operand } from './edit/formula-shapes.ts';
import { placesOf } from './places.ts';

/**
 * A condition of an agenda as a Czech clause that follows "když", e.g. "„Máte čip?“ je „Ano“ a zároveň „Plocha“ je větší
 * než 10 m²". Nothing when it is not simple enough for words (nested, computed) or asks about what is not there.
 */
export function conditionWords(logic: Logic | undefined, definition: Definition): string | undefined {
  const condition = readCondition(logic, kindsIn(definition));
  if (condition === undefined || condition.rows.length === 0) return undefined;
  const clauses = condition.rows.map(row => clause(row, definition));
  const words = clauses.join(condition.join === 'all' ? ' a\u00a0zároveň ' : ' nebo ');
  return clauses.includes(undefined) || words.length > longest ? undefined : words;
}

/** A computation in words, e.g. "součet sloupce „Částka“"; nothing when it is not simple enough for them. */
export function formulaWords(logic: Logic, definition: Definition): string | undefined {
  const shape = readFormula(logic, kindsIn(definition));
  const words = shape && shapeWords(shape, definition);
  return words === undefined || words.length > longest ? undefined : words;
}

/** Longer, a sentence with it would not be read to its end. */
const longest = 240;

function kindsIn(definition: Definition): KindOf {
  return path => {
    const { field, part } = asked(path, definition);
    return field && kindAt(field, part);
  };
}

function asked(path: string, definition: Definition): { field: Field | undefined; part: string } {
  const [id = '', ...part] = path.split('.');
  return { field: placesOf(definition).find(place => place.field.id === id)?.field, part: part.join('.') };
}

function clause({ field: path, comparison, value }: ConditionRow, definition: Definition): string | undefined {
  const { field, part } = asked(path, definition);
  const kind = field && kindAt(field, part);
  const verb = kind && comparisonsFor(kind).find(offered => offered.comparison === comparison)?.words;
  if (field === undefined || verb === undefined) return undefined;
  const subject = named(path, definition);
  if (!needsValue(comparison)) return `${subject} ${verb}`;
  const compared = value === undefined ? undefined : valueWords(value, { field, part, comparison, definition });
  if (compared === undefined) return undefined;
  if (comparison === 'countAtLeast' || comparison === 'countAtMost') {
    const counted = kind === 'rows' ? 'řádků' : 'zaškrtnutých';
    return `počet ${counted} u\u00a0${subject} je ${comparison === 'countAtLeast' ? 'aspoň' : 'nejvýš'} ${compared}`;
  }
  return comparison === 'isOneOf' || comparison === 'isNoneOf'
    ? `${subject} ${comparison === 'isOneOf' ? 'je' : 'není'} ${compared}`
    : `${subject} ${verb} ${compared}`;
}

interface Compared {
  field: Field;
  part: string;
  comparison: Comparison;
  definition: Definition;
}

function valueWords(value: ConditionValue, compared: Compared): string | undefined {
  if (Array.isArray(value))
    return value.map(item => literal(item, compared)).join(compared.comparison === 'isNoneOf' ? ' ani ' : ' nebo ');
  return typeof value === 'object' ? named(value.field, compared.definition) : literal(value, compared);
}

/** What was written in a condition, as the question it is compared with would show it. */
function literal(value: string | number | boolean, { field, part, comparison }: Compared): string {
  if (typeof value === 'boolean') return value ? '„Ano“' : '„Ne“';
  if (comparison === 'countAtLeast' || comparison === 'countAtMost') return String(value);
  if (typeof value === 'number') return amount(value, field);
  if (part === '' && (field.type === 'oneOf' || field.type === 'severalOf'))
    return `„${field.options.find(option => option.value === value)?.label ?? value}“`;
  return canBe('date', value) ? formatDate(Temporal.PlainDate.from(value), 'numeric') : `„${value}“`;
}

function amount(value: number, field: Field): string {
  if (field.type === 'money' || (field.type === 'computed' && field.format === 'money')) return formatCrowns(value);
  const unit = field.type === 'number' || field.type === 'computed' ? field.unit : undefined;
  return unit === undefined ? formatNumber(value) : `${formatNumber(value)}\u00a0${unit}`;
}

function named(path: string, definition: Definition): string {
  const { field, part } = asked(path, definition);
  const label = `„${field?.label ?? path}“`;
  const last = part.split('.').at(-1) ?? '';
  return part === '' ? label : `${partNames[last] ?? last} v\u00a0odpovědi ${label}`;
}

function shapeWords(shape: FormulaShape, definition: Definition): string | undefined {
  const operand = (part: Operand) => (typeof part === 'number' ? formatNumber(part) : named(part.field, definition));
  switch (shape.by) {
    case 'column':
      return `součet sloupce ${named(shape.column, definition)}`;
    case 'count':
      return `počet řádků ${named(shape.group, definition)}`;
    case 'sum':
      return shape.operands.map(operand).join(' + ');
    case 'product':
      return shape.operands.map(operand).join(' × ');
    case 'days': {
      const days = `počet dnů od ${named(shape.from, definition)} do ${named(shape.to, definition)}${shape.inclusive ? ' včetně' : ''}`;
      return shape.times === undefined ? days : `${operand(shape.times)} × ${days}`;
    }
    case 'choice': {
      const when = conditionWords(shape.condition, definition);
      const otherwise = operand(shape.otherwise);
      return when && `${operand(shape.then)}, když ${when}, jinak ${otherwise}`;
    }
  }
}
