import type { Definition, Field, Logic } from '../../core/form/definition.ts';
import type { Place } from '../../core/form/places.ts';
import type { FormError } from '../../web/input.ts';
import { conditionForm, logicOf, type ConditionForm } from './condition-form.ts';
import { propertiesOf, typedValues, valuesOf, type Values } from './control-values.ts';
import { controlsOf, furtherControlsOf, type Control } from './controls.ts';
import { formulaForm, type FormulaForm } from './formula-form.ts';
import { formulaOf } from './formula-of.ts';
import { optionsForm, optionsOf, typedOptions, type TypedOption } from './options-form.ts';
import { typedCondition } from './typed-condition.ts';
import { typedFormula } from './typed-formula.ts';

/** Everything of a field that its page edits, typed or loaded. */
export interface FieldForm {
  controls: Control[];
  further: Control[];
  values: Values;
  condition: ConditionForm;
  options?: TypedOption[] | undefined;
  formula?: FormulaForm | undefined;
}

/** Prefix of the boxes of a field's own condition. */
const conditionName = 'podminka';

export function fieldForm(definition: Definition, place: Place): FieldForm {
  const { field } = place;
  const [controls, further] = [controlsOf(definition, place), furtherControlsOf(place)];
  return {
    controls,
    further,
    values: valuesOf([...controls, ...further], field),
    condition: conditionForm(definition, conditionName, field.when),
    options: hasOptions(field) ? optionsForm(field.options) : undefined,
    formula: field.type === 'computed' ? formulaForm(definition, field.value) : undefined,
  };
}

export function typedField(definition: Definition, place: Place, body: unknown): FieldForm {
  const { field } = place;
  const [controls, further] = [controlsOf(definition, place), furtherControlsOf(place)];
  return {
    controls,
    further,
    values: typedValues([...controls, ...further], body),
    condition: typedCondition(definition, conditionName, body),
    options: hasOptions(field) ? typedOptions(body) : undefined,
    formula: field.type === 'computed' ? typedFormula(definition, body, { field: field.id }) : undefined,
  };
}

/** What the form says, as `editField` takes it; or what is to be mended in it. */
export function inputOf(
  definition: Definition,
  { field }: Place,
  form: FieldForm,
): { ok: true; input: object } | { ok: false; errors: FormError[] } {
  const { properties, errors } = propertiesOf([...form.controls, ...form.further], form.values);
  const when = logicOf(definition, form.condition, field.when);
  const value = form.formula && field.type === 'computed' && formulaOf(definition, form.formula, field.value);
  if (!when.ok) errors.push(...when.errors);
  if (value && !value.ok) errors.push(...value.errors);
  if (errors.length > 0) return { ok: false, errors };
  return {
    ok: true,
    input: {
      ...properties,
      ...(when.ok && when.logic !== undefined && { when: when.logic }),
      ...(value && value.ok && { value: value.logic satisfies Logic }),
      ...(form.options && { options: optionsOf(form.options) }),
    },
  };
}

function hasOptions(field: Field): field is Extract<Field, { type: 'oneOf' | 'severalOf' }> {
  return field.type === 'oneOf' || field.type === 'severalOf';
}
