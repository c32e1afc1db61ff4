import type { FieldOf } from '../../core/form/definition.ts';
import { inserted, shifted } from '../../core/form/edit/edited.ts';
import { newOptionValue } from '../../core/form/edit/new-id.ts';
import { textAt } from './typed.ts';

type Option = FieldOf<'oneOf'>['options'][number];

/** A row of the form of options; a new one has no value yet. */
export interface TypedOption {
  value: string;
  label: string;
  hint: string;
}

export function optionsForm(options: readonly Option[]): TypedOption[] {
  return options.map(({ value, label, hint = '' }) => ({ value, label, hint }));
}

/** The options as they were sent, with the change that the button asks for. */
export function typedOptions(body: unknown): TypedOption[] {
  const count = Math.min(Number(textAt(body, 'moznosti-pocet')) || 0, 100);
  const rows = Array.from({ length: count }, (_row, index) => optionAt(body, `moznost-${index}`));
  const [, action, place] = /^moznost-(pridat|smazat|nahoru|dolu)(?:-(\d+))?$/.exec(textAt(body, 'akce')) ?? [];
  const index = Number(place);
  if (action === 'pridat') return inserted(rows, { value: '', label: '', hint: '' }, undefined);
  if (action === 'smazat') return rows.filter((_row, at) => at !== index);
  if (action === 'nahoru') return shifted(rows, index, 'up');
  return action === 'dolu' ? shifted(rows, index, 'down') : rows;
}

/** Options as the schema reads them. A value is made from the first label and stays, since answers and conditions hold it. */
export function optionsOf(typed: readonly TypedOption[]): Option[] {
  const taken = typed.map(({ value }) => value);
  return typed.map(({ value, label, hint }) => {
    const kept = value === '' ? newOptionValue(taken, label) : value;
    taken.push(kept);
    return { value: kept, label, ...(hint.trim() !== '' && { hint }) };
  });
}

function optionAt(body: unknown, name: string): TypedOption {
  return {
    value: textAt(body, `${name}-hodnota`).slice(0, 60),
    label: textAt(body, `${name}-nazev`),
    hint: textAt(body, `${name}-napoveda`),
  };
}
