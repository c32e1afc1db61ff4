import type { Logic } from '../definition.ts';
import { holds } from '../logic.ts';
import { allOf, anyOf, not, type JsonSchema } from './schema.ts';

/**
 * The schema that answers satisfy exactly when a condition holds of them; nothing when JSON Schema cannot say it.
 * `asked` are the ids of the questions whose answers the schema is put on: a condition about others is not sayable there.
 * Sayable: `==` and `!=` of an answer with a literal, numbers compared with numbers, `in`, `and`, `or`, `!`, `!!` and
 * a bare `var`.
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

const equal: Saying = ([left, right], asked) => {
  const [variable, literal] = isLiteral(right) ? [left, right] : [right, left];
  if (!isLiteral(literal)) return undefined;
  if (literal !== null) return answered(variable, asked, { const: literal });
  return negated(answered(variable, asked, true));
};

const different: Saying = (args, asked) => negated(equal(args, asked));

/** Holds of every two neighbours, so that `0 < x < 5` is two comparisons. */
function ordered(keyword: string, turned: string): Saying {
  return (args, asked) =>
    everyOne(
      args.slice(1).map((right, index) => {
        const left = args[index];
        if (typeof right === 'number') return answered(left, asked, { type: 'number', [keyword]: right });
        return typeof left === 'number' ? answered(right, asked, { type: 'number', [turned]: left }) : undefined;
      }),
      allOf,
    );
}

const sayings: Partial<Record<string, Saying>> = {
  '==': equal,
  '===': equal,
  '!=': different,
  '!==': different,
  '<': ordered('exclusiveMaximum', 'exclusiveMinimum'),
  '<=': ordered('maximum', 'minimum'),
  '>': ordered('exclusiveMinimum', 'exclusiveMaximum'),
  '>=': ordered('minimum', 'maximum'),
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

type Literal = boolean | number | string | null;

function isLiteral(logic: unknown): logic is Literal {
  return typeof logic !== 'object' || logic === null;
}

function isThere(logic: unknown): boolean {
  return isLiteral(logic) && logic !== null;
}

/** As the logic takes it: no zero, no empty list. */
const truthy: JsonSchema = { not: { enum: [false, 0, '', []] } };

/** That the variable has an answer which satisfies a schema; "home.zip" is an answer within an answer. */
function answered(variable: unknown, asked: ReadonlySet<string>, schema: JsonSchema): JsonSchema | undefined {
  if (typeof variable !== 'object' || variable === null || !('var' in variable)) return undefined;
  const path = String([variable.var].flat()[0]).split('.');
  if (!asked.has(path[0] ?? '')) return undefined;
  return path.reduceRight<JsonSchema>(
    (inner, id) => ({ type: 'object', required: [id], ...(inner !== true && { properties: { [id]: inner } }) }),
    schema,
  );
}

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
