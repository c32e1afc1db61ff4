import type { Definition, Logic } from '../../core/form/definition.ts';
import { readFormula, writeFormula, type FormulaShape, type Operand } from '../../core/form/edit/formula-shapes.ts';
import { readNumber } from '../../core/form/fields/typed-number.ts';
import type { FormError } from '../../web/input.ts';
import { askableByPath, kindsOf } from './askable.ts';
import { conditionForm, logicOf, typedCondition, type ConditionForm } from './condition-form.ts';
import { readLogic } from './read-logic.ts';
import { textAt } from './typed.ts';

/** How a number is put together; `json` where it fits no other. */
export const formulaKinds = ['column', 'count', 'sum', 'product', 'days', 'choice', 'json'] as const;
type FormulaKind = (typeof formulaKinds)[number];

/** A computation as it stands in a form. */
export interface FormulaForm {
  by: FormulaKind | '';
  /** `group.column` or a group. */
  rows: string;
  operands: TypedOperand[];
  from: string;
  to: string;
  inclusive: boolean;
  when: ConditionForm;
  json: string;
}

/** A question, or a number where there is none. */
interface TypedOperand {
  field: string;
  number: string;
}

export function formulaForm(definition: Definition, logic: Logic): FormulaForm {
  const shape = readFormula(logic, kindsOf(askableByPath(definition)));
  const isEmpty = typeof logic === 'object' && Object.keys(logic).length === 0;
  return {
    ...blank(definition),
    by: shape?.by ?? (isEmpty ? '' : 'json'),
    ...(shape && boxesOf(definition, shape)),
    json: isEmpty ? '' : JSON.stringify(logic, null, 2),
  };
}

export function typedFormula(definition: Definition, body: unknown): FormulaForm {
  const by = formulaKinds.find(kind => kind === textAt(body, 'vypocet')) ?? '';
  const count = Math.min(Number(textAt(body, 'cinitele-pocet')) || 0, 20);
  const operands = Array.from({ length: count }, (_operand, index) => ({
    field: textAt(body, `cinitel-${index}-otazka`),
    number: textAt(body, `cinitel-${index}-cislo`),
  }));
  return {
    by: textAt(body, 'akce') === 'vypocet-json' ? 'json' : by,
    rows: textAt(body, 'vypocet-sloupec'),
    operands: textAt(body, 'akce') === 'cinitel-pridat' ? [...operands, nothing] : operands,
    from: textAt(body, 'vypocet-od'),
    to: textAt(body, 'vypocet-do'),
    inclusive: textAt(body, 'vypocet-vcetne') !== '',
    when: typedCondition(definition, 'vypocet-kdyz', body),
    json: textAt(body, 'vypocet-json'),
  };
}

/** The formula of a form. What has not been chosen yet is left open: the check before publishing asks for it. */
export function formulaOf(
  definition: Definition,
  form: FormulaForm,
): { ok: true; logic: Logic } | { ok: false; errors: FormError[] } {
  if (form.by === '') return { ok: true, logic: {} };
  if (form.by === 'json') {
    const read = readLogic(form.json);
    return read.ok
      ? { ok: true, logic: read.logic ?? {} }
      : { ok: false, errors: [{ field: 'vypocet-json', message: read.message }] };
  }
  const errors = form.operands.flatMap((operand, index) =>
    operand.field === '' && operand.number.trim() !== '' && !readNumber(operand.number.trim())
      ? [{ field: `cinitel-${index}-cislo`, message: `„${operand.number}“ není číslo. Napište třeba 10 nebo 2,5.` }]
      : [],
  );
  if (errors.length > 0) return { ok: false, errors };
  const when = logicOf(definition, form.when);
  if (!when.ok && form.by === 'choice') return when;
  return { ok: true, logic: shapeOf(form, when.ok ? when.logic : undefined) };
}

const nothing: TypedOperand = { field: '', number: '' };

function blank(definition: Definition): Omit<FormulaForm, 'by' | 'json'> {
  const when = conditionForm(definition, 'vypocet-kdyz', undefined);
  return { rows: '', operands: [nothing, nothing], from: '', to: '', inclusive: true, when };
}

function boxesOf(definition: Definition, shape: FormulaShape): Partial<FormulaForm> {
  switch (shape.by) {
    case 'column':
      return { rows: `${shape.group}.${shape.column}` };
    case 'count':
      return { rows: shape.group };
    case 'sum':
    case 'product':
      // One box more than is filled in, so that there is always where to go on.
      return { operands: [...shape.operands.map(typedOperand), nothing] };
    case 'days': {
      const { from, to, inclusive, times } = shape;
      return { from, to, inclusive, operands: [times === undefined ? nothing : typedOperand(times)] };
    }
    case 'choice':
      return {
        when: conditionForm(definition, 'vypocet-kdyz', shape.condition),
        operands: [typedOperand(shape.then), typedOperand(shape.otherwise)],
      };
  }
}

function typedOperand(operand: Operand): TypedOperand {
  if (typeof operand === 'number') return { field: '', number: String(operand).replace('.', ',') };
  return { field: operand.field, number: '' };
}

function operandOf({ field, number }: TypedOperand): Operand {
  if (field !== '') return { field };
  return readNumber(number.trim())?.value ?? { field: '' };
}

function shapeOf(form: FormulaForm, condition: Logic | undefined): Logic {
  const [first = nothing, second = nothing] = form.operands;
  const used = form.operands.filter(({ field, number }) => field !== '' || number.trim() !== '');
  const [group = '', column = ''] = form.rows.split('.');
  switch (form.by) {
    case 'column':
      return writeFormula({ by: 'column', group, column });
    case 'count':
      return writeFormula({ by: 'count', group });
    case 'sum':
    case 'product':
      return writeFormula({ by: form.by, operands: (used.length > 0 ? used : [first]).map(operandOf) });
    case 'days': {
      const { from, to, inclusive } = form;
      const times = first.field === '' && first.number.trim() === '' ? undefined : operandOf(first);
      return writeFormula({ by: 'days', from, to, inclusive, times });
    }
    default:
      return writeFormula({ by: 'choice', condition, then: operandOf(first), otherwise: operandOf(second) });
  }
}
