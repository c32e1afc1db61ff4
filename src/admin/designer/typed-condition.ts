import type { Definition } from '../../core/form/definition.ts';
import { firstRow } from '../../core/form/edit/conditions.ts';
import type { Join } from '../../core/form/edit/condition.ts';
import { askableByPath } from './askable.ts';
import { isTypedGroup, type ConditionForm, type TypedGroup } from './condition-form.ts';
import { typedOf, type TypedRow } from './condition-value.ts';
import { countAt, textAt, textsAt } from './typed.ts';

/** What was sent, with the change its button asks for: a row or a group more or less, or the JSON Logic instead of them. */
export function typedCondition(definition: Definition, name: string, body: unknown): ConditionForm {
  const action = textAt(body, 'akce');
  const join = joinAt(body, name);
  const parts = partsAt(body, name, at => (isGroupAt(body, at) ? groupAt(definition, body, at) : rowAt(body, at)));
  const added = addedTo(definition, body, name);
  const grouped = action === `${name}-skupina` ? newRows(definition, body, name) : [];
  return {
    name,
    shape: action === `${name}-json` || textAt(body, `${name}-tvar`) === 'json' ? 'json' : 'rows',
    join,
    rows: [
      // A group that has lost its last row is gone.
      ...parts.filter(part => !isTypedGroup(part) || part.rows.length > 0),
      ...added,
      ...(grouped.length > 0 ? [{ join: join === 'all' ? ('any' as const) : ('all' as const), rows: grouped }] : []),
    ],
    json: textAt(body, `${name}-json`),
  };
}

/** The rows or groups under a name, without the one whose button was pressed to remove it. */
function partsAt<T>(body: unknown, name: string, read: (at: string) => T): T[] {
  const action = textAt(body, 'akce');
  return Array.from({ length: countAt(body, `${name}-pocet`) }, (_part, index) => read(`${name}-${index}`)).filter(
    (_part, index) => action !== `${name}-smazat-${index}`,
  );
}

function isGroupAt(body: unknown, at: string): boolean {
  return textAt(body, `${at}-pocet`) !== '';
}

function groupAt(definition: Definition, body: unknown, at: string): TypedGroup {
  const rows = partsAt(body, at, inner => rowAt(body, inner));
  return { join: joinAt(body, at), rows: [...rows, ...addedTo(definition, body, at)] };
}

function joinAt(body: unknown, name: string): Join {
  return textAt(body, `${name}-spojeni`) === 'any' ? 'any' : 'all';
}

function rowAt(body: unknown, at: string): TypedRow {
  return {
    field: textAt(body, `${at}-otazka`),
    comparison: textAt(body, `${at}-srovnani`),
    values: textsAt(body, `${at}-hodnota`),
    other: textAt(body, `${at}-jina`),
  };
}

function addedTo(definition: Definition, body: unknown, name: string): TypedRow[] {
  return textAt(body, 'akce') === `${name}-pridat` ? newRows(definition, body, name) : [];
}

/** The row that the chosen question begins with; none when none was chosen. */
function newRows(definition: Definition, body: unknown, name: string): TypedRow[] {
  const asked = askableByPath(definition).get(textAt(body, `${name}-nova`));
  if (!asked) return [];
  const options = asked.options.map(({ value }) => value);
  return [typedOf(firstRow(asked.path, asked.kind, options))];
}
