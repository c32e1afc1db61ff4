import type { Answers, RowAnswers, SimpleValue, Value } from '../../../../src/core/form/answers.ts';
import { isQuestion, type Definition, type Field, type RowField } from '../../../../src/core/form/definition.ts';
import { entriesOf } from '../../../../src/core/form/entries-of.ts';
import { evaluate } from '../../../../src/core/form/evaluate.ts';
import type { FieldState } from '../../../../src/core/form/field-state.ts';
import { conditionSchema, conjuncts } from '../../../../src/core/form/json-schema/condition-schema.ts';
import { isAnswered } from '../../../../src/core/form/places.ts';
import { holds } from '../../../../src/core/form/logic.ts';
import { unsayableIn, type Context } from './unsayable-answers.ts';

/**
 * Why the form does not take answers as they are though they satisfy the schema, place by place: exactly what JSON Schema
 * cannot say. In: answers that satisfy it. Whatever has no reason here, the schema has to refuse by itself.
 */
export function unsayable(definition: Definition, answers: Answers, today: Temporal.PlainDate): string[] {
  const ids = new Set(
    fieldsOf(definition)
      .filter(isAnswered)
      .map(({ id }) => id),
  );
  return [
    ...definition.steps.flatMap(({ when, fields }) =>
      fields.flatMap(field => {
        const conditions = [...conjuncts(when), ...conjuncts(field.when)];
        return fieldReasons(field, answers[field.id], { today, answers, conditions, sayable: [ids] });
      }),
    ),
    ...computedElse(definition, answers, today),
    ...definition.rules
      .filter(rule => holds(rule.when, answers) && !holds(rule.holds, answers))
      .map(({ id }) => `${id}: a rule between answers`),
  ];
}

function fieldsOf({ steps }: Definition): Field[] {
  return steps.flatMap(({ fields }) => fields);
}

interface FieldContext extends Context {
  /** All of them have to hold for the field to be asked. */
  conditions: unknown[];
  /** Ids that a condition may ask about together, to be sayable: those of the form, or those of the row. */
  sayable: ReadonlySet<string>[];
}

function fieldReasons(field: Field | RowField, value: Value | undefined, context: FieldContext): string[] {
  const { conditions, sayable, answers } = context;
  const unsaid = conditions.filter(condition => sayable.every(ids => conditionSchema(condition, ids) === undefined));
  const isAsked = conditions.every(condition => holds(condition as Parameters<typeof holds>[0], answers));
  const isRequired = 'required' in field && field.required && isAnswered(field);
  const isAmiss = isAsked ? isRequired && value === undefined : value !== undefined;
  if (unsaid.length > 0 && isAmiss) return [`${field.id}: a condition that cannot be said`];
  if (value === undefined) return [];
  if (field.type === 'group') return rowReasons(field, value as RowAnswers[], context);
  const reasons = isQuestion(field) ? unsayableIn(field, value as SimpleValue, context) : [];
  return reasons.map(reason => `${field.id}: ${reason}`);
}

type Group = Extract<Field, { type: 'group' }>;

function rowReasons({ fields }: Group, rows: RowAnswers[], { today, answers, sayable }: FieldContext): string[] {
  const within = new Set(fields.map(({ id }) => id));
  return rows.flatMap(row =>
    fields.flatMap(field =>
      fieldReasons(field, row[field.id], {
        today,
        answers: { ...answers, ...row },
        conditions: conjuncts(field.when),
        sayable: [...sayable, within],
      }),
    ),
  );
}

/** Figures that the form works out otherwise than they are given. */
function computedElse(definition: Definition, answers: Answers, today: Temporal.PlainDate): string[] {
  const { steps } = evaluate(definition, entriesOf(definition, answers), { today });
  const isElse = ({ field, value }: FieldState, given: Value | undefined) =>
    field.type === 'computed' && value !== given;
  return steps.flatMap(({ fields }) =>
    fields
      .filter(state => {
        const given = answers[state.field.id];
        const rows = (Array.isArray(given) ? given : []) as RowAnswers[];
        return (
          isElse(state, given) ||
          state.rows?.some((row, index) => row.fields.some(inner => isElse(inner, rows[index]?.[inner.field.id])))
        );
      })
      .map(({ field }) => `${field.id}: a figure that is worked out`),
  );
}
