import type { Entries, Entry } from './answers.ts';
import { isQuestion, type Field, type FieldOf, type Question, type Step } from './definition.ts';
import { kindOf, shapeOf } from './fields/index.ts';

/**
 * What was typed on one step, from a request body that nobody has checked. Never throws: a doubled field counts once,
 * nested or foreign values count as empty, and an endless text is cut so far above its limit that it stays an error.
 *
 * A field the body does not mention is left out, so that the draft keeps what it had; except ticks, which browsers send
 * only when set, so a tick that is not there has been taken away. Rows of a group are there when their number is sent.
 */
export function readEntries(step: Step, body: unknown): Entries {
  return readFields(step.fields, body);
}

/** The same of any list of fields. */
export function readFields(fields: readonly Field[], body: unknown): Entries {
  return readFrom(fields, { body, prefix: '' });
}

/** The name of the box that says how many rows of a group a page shows. */
export function rowCountName(groupId: string): string {
  return `${groupId}-rows`;
}

/** The name of a field within a row of a group. */
export function rowPrefix(groupId: string, index: number): string {
  return `${groupId}-${index}-`;
}

/** Where on a page fields are: in its body, under names that begin so. */
interface Source {
  body: unknown;
  prefix: string;
}

/** More than any list of options has. */
const maxItems = 100;

function readFrom(fields: readonly Field[], source: Source): Entries {
  const entries: Entries = {};
  for (const field of fields) {
    const entry =
      field.type === 'group' ? readRows(field, source) : isQuestion(field) ? readEntry(field, source) : undefined;
    if (entry !== undefined) entries[field.id] = entry;
  }
  return entries;
}

/** One row more than the group takes is read, so that the person is told rather than robbed of it. */
function readRows(group: FieldOf<'group'>, { body }: Source): Entries[] | undefined {
  const count = Number(textsAt(body, rowCountName(group.id))?.at(0) ?? Number.NaN);
  if (!Number.isInteger(count) || count < 0) return undefined;
  return Array.from({ length: Math.min(count, group.max + 1) }, (_row, index) =>
    readFrom(group.fields, { body, prefix: rowPrefix(group.id, index) }),
  );
}

function readEntry(field: Question, { body, prefix }: Source): Entry | undefined {
  const { maxTyped } = kindOf(field);
  const shape = shapeOf(field);
  const name = prefix + field.id;
  if (shape === 'line')
    return textsAt(body, name)
      ?.map(text => clean(text, maxTyped))
      .at(0);
  if (shape === 'tick') return clean(textsAt(body, name)?.at(0) ?? '', maxTyped);
  if (shape === 'ticks') return (textsAt(body, name) ?? []).slice(0, maxItems).map(text => clean(text, maxTyped));

  const parts = shape.map(part => [part, textsAt(body, `${name}-${part}`)?.at(0)] as const);
  if (parts.every(([, text]) => text === undefined)) return undefined;
  return Object.fromEntries(parts.map(([part, text]) => [part, clean(text ?? '', maxTyped)]));
}

/** The values sent under a name; undefined when the name was not sent at all. */
function textsAt(body: unknown, name: string): string[] | undefined {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return undefined;
  const sent: unknown = Object.getOwnPropertyDescriptor(body, name)?.value;
  const texts = (Array.isArray(sent) ? sent : [sent]).filter(text => typeof text === 'string');
  return texts.length === 0 ? [''] : texts;
}

/** PostgreSQL stores neither null characters nor halves of surrogate pairs; the field then refuses the replacement. */
function clean(text: string, max: number): string {
  return text.slice(0, max).toWellFormed().replaceAll('\0', '\uFFFD');
}
