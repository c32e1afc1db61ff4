import { formatDays } from '../czech/format.ts';
import { askedAt, kindsIn, literalWords, named, type Asked } from './answer-words.ts';
import type { Definition, Logic } from './definition.ts';
import { comparisonsFor, kindAt, needsValue, type Comparison } from './edit/comparisons.ts';
import {
  isGroup,
  type Condition,
  type ConditionGroup,
  type ConditionPart,
  type ConditionRow,
  type ConditionValue,
} from './edit/condition.ts';
import { readCondition } from './edit/conditions.ts';

/** Longer, a sentence with it would not be read to its end. */
export const longest = 240;

/**
 * A condition of an agenda as a Czech clause that follows "když", e.g. "„Máte čip?“ je „Ano“ a zároveň „Plocha“ je větší
 * než 10 m²". Nothing when it is not simple enough for words (nested deeper, computed), asks about what is not there, or
 * would be longer than `most` characters.
 */
export function conditionWords(
  logic: Logic | undefined,
  definition: Definition,
  most: number = longest,
): string | undefined {
  const condition = readCondition(logic, kindsIn(definition));
  const words = condition && clausesOf(condition, definition);
  return words === undefined || words.length > most ? undefined : words;
}

/** The clauses of a condition or of one of its groups; nothing for one that holds always. */
export function clausesOf({ join, rows }: Condition | ConditionGroup, definition: Definition): string | undefined {
  const clauses = rows.map(part => partWords(part, definition));
  if (clauses.length === 0 || clauses.includes(undefined)) return undefined;
  return clauses.join(join === 'all' ? ' a\u00a0zároveň ' : ' nebo ');
}

function partWords(part: ConditionPart, definition: Definition): string | undefined {
  if (!isGroup(part)) return clause(part, definition);
  const words = clausesOf(part, definition);
  return words === undefined || part.rows.length === 1 ? words : `(${words})`;
}

function clause({ field: path, comparison, value }: ConditionRow, definition: Definition): string | undefined {
  const asked = askedAt(path, definition);
  const kind = asked.field && kindAt(asked.field, asked.part);
  const verb = kind && comparisonsFor(kind).find(offered => offered.comparison === comparison)?.words;
  if (verb === undefined) return undefined;
  const subject = named(path, definition);
  if (!needsValue(comparison)) return `${subject} ${verb}`;
  const compared = value === undefined ? undefined : valueWords(value, { asked, comparison, definition });
  if (compared === undefined) return undefined;
  if (isCount(comparison)) {
    const counted = kind === 'rows' ? 'řádků' : 'zaškrtnutých';
    return `počet ${counted} u\u00a0${subject} je ${comparison === 'countAtLeast' ? 'aspoň' : 'nejvýš'} ${compared}`;
  }
  return comparison === 'isOneOf' || comparison === 'isNoneOf'
    ? `${subject} ${comparison === 'isOneOf' ? 'je' : 'není'} ${compared}`
    : `${subject} ${verb} ${compared}`;
}

interface Compared {
  asked: Asked;
  comparison: Comparison;
  definition: Definition;
}

function valueWords(value: ConditionValue, { asked, comparison, definition }: Compared): string | undefined {
  if (Array.isArray(value))
    return value.map(item => literalWords(item, asked)).join(comparison === 'isNoneOf' ? ' ani ' : ' nebo ');
  if (typeof value !== 'object') return isCount(comparison) ? String(value) : literalWords(value, asked);
  const other = named(value.field, definition);
  return value.days === undefined ? other : `${formatDays(value.days)} než ${other}`;
}

function isCount(comparison: Comparison): boolean {
  return comparison === 'countAtLeast' || comparison === 'countAtMost';
}
