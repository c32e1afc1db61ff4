import type { Logic } from '../definition.ts';
import { holds } from '../logic.ts';
import { answered } from './answered.ts';
import { comparison, equality, isLiteral } from './comparison-schema.ts';
import type { Order } from './order-pattern.ts';
import { allOf, anyOf, not, type JsonSchema } from './schema.ts';

/**
 * The schema that answers satisfy exactly when a condition holds of them; nothing when JSON Schema cannot say it.
 * `asked` are the ids of the questions whose answers the schema is put on: a condition about others is not sayable there.
 * Sayable: an answer or a `count` compared with what is written there (numbers, days and times by their order), `in`, `and`,
 * `or`, `!`, `!!` and a bare `var`.
 */
export function conditionSchema(logic: unknown, asked: ReadonlySet<string>): JsonSchema | undefined {
  if (isConstant(logic)) return holds(logic as Logic, {});
  const [operator = '', value] = Object.entries(logic as object)[0] ?? [];
  if (operator === 'var') return answered(logic, asked, truthy);
  const args: unknown[] = Array.isArray(value) ? value : [value];
  return sayings[operator]?.(args, asked);
}

/** The parts of a condition that all have to hold, each by itself. */
export function conjuncts(logic: Logic | undefined): unknown[] {
  if (logic === undefined) return [];
  const parts: unknown = typeof logic === 'object' ? logic.and : undefined;
  return Array.isArray(parts) ? parts.flatMap(part => conjuncts(part as Logic)) : [logic];
}

/** Asks about no answer. */
function isConstant(logic: unknown): boolean {
  if (typeof logic !== 'object' || logic === null) return true;
  return !Object.hasOwn(logic, 'var') && Object.values(logic).every(isConstant);
}

type Saying = (args: unknown[], asked: ReadonlySet<string>) => JsonSchema | undefined;

const different: Saying = (args, asked) => negated(equality(args, asked));

/** Holds of every two neighbours, so that `0 < x < 5` is two comparisons. */
function ordered(order: Order): Saying {
  return (args, asked) =>
    everyOne(
      args.slice(1).map((right, index) => comparison([args[index], right], order, asked)),
      allOf,
    );
}

const sayings: Partial<Record<string, Saying>> = {
  '==': equality,
  '===': equality,
  '!=': different,
  '!==': different,
  '<': ordered('<'),
  '<=': ordered('<='),
  '>': ordered('>'),
  '>=': ordered('>='),
  and: (args, asked) =>
    everyOne(
      args.map(arg => conditionSchema(arg, asked)),
      allOf,
    ),
  or: (args, asked) =>
    everyOne(
      args.map(arg => conditionSchema(arg, asked)),
      anyOf,
    ),
  '!': ([arg], asked) => negated(conditionSchema(arg, asked)),
  '!!': ([arg], asked) => conditionSchema(arg, asked),
  in: ([item, list], asked) => {
    if (Array.isArray(list)) return list.every(isThere) ? answered(item, asked, { enum: list }) : undefined;
    return isThere(item) ? answered(list, asked, { type: 'array', contains: { const: item } }) : undefined;
  },
};

function isThere(logic: unknown): boolean {
  return isLiteral(logic) && logic !== null;
}

/** As the logic takes it: no zero, no empty list. */
const truthy: JsonSchema = { not: { enum: [false, 0, '', []] } };

function negated(schema: JsonSchema | undefined): JsonSchema | undefined {
  return schema === undefined ? undefined : not(schema);
}

function everyOne(
  schemas: (JsonSchema | undefined)[],
  together: (schemas: JsonSchema[]) => JsonSchema,
): JsonSchema | undefined {
  const said = schemas.filter(schema => schema !== undefined);
  return said.length === schemas.length ? together(said) : undefined;
}
