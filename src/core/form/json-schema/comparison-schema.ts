import { answered } from './answered.ts';
import { orderPattern, type Order } from './order-pattern.ts';
import { allOf, not, type JsonSchema } from './schema.ts';

/** That an answer, or the count of one, is what is written there. */
export function equality([left, right]: unknown[], asked: ReadonlySet<string>): JsonSchema | undefined {
  const [term, literal] = isLiteral(right) ? [left, right] : [right, left];
  if (!isLiteral(literal)) return undefined;
  const counted = countedIn(term);
  if (counted !== undefined) return countEquals(counted, literal, asked);
  if (literal !== null) return answered(term, asked, { const: literal });
  const isAnswered = answered(term, asked, true);
  return isAnswered && not(isAnswered);
}

/** That an answer, or the count of one, comes before or after what is written there. */
export function comparison(
  [left, right]: [unknown, unknown],
  order: Order,
  asked: ReadonlySet<string>,
): JsonSchema | undefined {
  return beyond(left, order, right, asked) ?? beyond(right, turned[order], left, asked);
}

type Literal = boolean | number | string | null;

export function isLiteral(logic: unknown): logic is Literal {
  return typeof logic !== 'object' || logic === null;
}

const turned: Record<Order, Order> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const keywords: Record<Order, string> = {
  '<': 'exclusiveMaximum',
  '<=': 'maximum',
  '>': 'exclusiveMinimum',
  '>=': 'minimum',
};

function beyond(term: unknown, order: Order, bound: unknown, asked: ReadonlySet<string>): JsonSchema | undefined {
  if (typeof bound === 'number') {
    const counted = countedIn(term);
    if (counted !== undefined) return countBeyond(counted, order, bound, asked);
    return answered(term, asked, { type: 'number', [keywords[order]]: bound });
  }
  const pattern = typeof bound === 'string' ? orderPattern(bound, order) : undefined;
  return pattern === undefined ? undefined : answered(term, asked, pattern !== false && { type: 'string', pattern });
}

/** What "count" counts: the rows of a group or the ticks. */
function countedIn(term: unknown): unknown {
  return typeof term === 'object' && term !== null && 'count' in term ? [term.count].flat()[0] : undefined;
}

function countEquals(counted: unknown, count: Literal, asked: ReadonlySet<string>): JsonSchema | undefined {
  if (typeof count !== 'number') return false;
  const [least, most] = [countBeyond(counted, '>=', count, asked), countBeyond(counted, '<=', count, asked)];
  return least === undefined || most === undefined ? undefined : allOf([least, most]);
}

/** Where nothing is answered, the count is zero. */
function countBeyond(
  counted: unknown,
  order: Order,
  bound: number,
  asked: ReadonlySet<string>,
): JsonSchema | undefined {
  const isWithin = order.startsWith('<');
  const minItems = order === '>=' || order === '<' ? Math.ceil(bound) : Math.floor(bound) + 1;
  const reached = minItems <= 0 || answered(counted, asked, { type: 'array', minItems });
  return isWithin && reached !== undefined ? not(reached) : reached;
}
