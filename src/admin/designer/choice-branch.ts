import type { Definition } from '../../core/form/definition.ts';
import { firstRow } from '../../core/form/edit/conditions.ts';
import { askableByPath } from './askable.ts';
import { formOf, isTypedRow } from './condition-form.ts';
import { zero, type TypedChoice } from './formula-form.ts';

type Branch = TypedChoice['branches'][number];

/** A branch whose question is still to be chosen. Its condition is named when it has a place. */
export const blankBranch: Branch = { when: formOf('', { join: 'all', rows: [] }), then: [zero] };

/** One branch more: about the same question as the last one, with the next option that no branch has yet. */
export function nextBranch(definition: Definition, branches: readonly Branch[]): Branch {
  const rows = branches.flatMap(({ when }) => when.rows).filter(isTypedRow);
  const asked = askableByPath(definition).get(rows.at(-1)?.field ?? '');
  if (!asked) return blankBranch;
  const taken = rows.filter(({ field }) => field === asked.path).flatMap(({ values }) => values);
  const options = asked.options.map(({ value }) => value);
  const free = options.filter(value => !taken.includes(value));
  const row = firstRow(asked.path, asked.kind, free.length > 0 ? free : options);
  return { when: formOf('', { join: 'all', rows: [row] }), then: [zero] };
}
