import { isQuestion, type Definition, type Field, type FieldOf } from './definition.ts';
import { conjuncts } from './json-schema/condition-schema.ts';
import { groupClauses, groupSchema } from './json-schema/group-schema.ts';
import { idsOf, objectSchema, type Asked } from './json-schema/object-schema.ts';
import { questionSchema } from './json-schema/question-schema.ts';
import type { JsonSchema } from './json-schema/schema.ts';

/**
 * JSON Schema (draft 2020-12) of the answers to an agenda as `evaluate` gives them: values by field id, dates as
 * YYYY-MM-DD, numbers in the unit of the question. In: a definition that passed `checkDefinition`. The answers of every
 * complete filing satisfy it. Answers that satisfy it make a complete filing, except for what JSON Schema cannot say and
 * the form still checks: dates relative to today or to another answer, check digits of birth numbers, IČO and bank accounts
 * and the length of months in birth numbers, whether a phone number exists, decimal places, more than fifteen digits,
 * Unicode normal form, the order of ticks, rules between answers, conditions other than those of `conditionSchema`, and
 * that a computed figure is what the form works out.
 */
export function answersSchema(definition: Definition): object {
  const { slug, title, summary, steps } = definition;
  const asked = steps.flatMap(step =>
    step.fields.map((field): Asked => ({ field, conditions: [...conjuncts(step.when), ...conjuncts(field.when)] })),
  );
  const groups = asked.map(({ field }) => field).filter(field => field.type === 'group');
  const ids = idsOf(asked);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `/sluzby/${slug}/odpovedi.schema.json`,
    title,
    description: summary,
    $comment: comment,
    ...objectSchema(asked, { schemaOf: fieldSchema, more: groups.flatMap(group => groupClauses(group, ids)) }),
  };
}

const comment =
  'Soubory v\u00a0odpovědích nejsou. Formulář navíc kontroluje, co schéma neumí říct: hlavně data podle dneška, kontrolní číslice a\u00a0vztahy mezi odpověďmi.';

function fieldSchema(field: Field): JsonSchema {
  if (field.type === 'group') return groupSchema(field, fieldSchema);
  if (field.type === 'computed') return computedSchema(field);
  return isQuestion(field) && questionSchema(field);
}

function computedSchema({ label, hint }: FieldOf<'computed'>): JsonSchema {
  return { title: label, ...(hint !== undefined && { description: hint }), type: 'number', readOnly: true };
}
