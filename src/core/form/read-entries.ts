import type { Entries, Entry } from './answers.ts';
import type { Question, Step } from './definition.ts';
import { kindOf } from './fields/index.ts';

/**
 * What was typed on one step, from a request body that nobody has checked. Never throws: a doubled field counts once,
 * nested or foreign values count as empty, and an endless text is cut so far above its limit that it stays an error.
 *
 * A field the body does not mention is left out, so that the draft keeps what it had; except ticks, which browsers send
 * only when set, so a tick that is not there has been taken away.
 */
export function readEntries(step: Step, body: unknown): Entries {
  const entries: Entries = {};
  for (const field of step.fields) {
    if (field.type === 'explanation') continue;
    const entry = readEntry(field, body);
    if (entry !== undefined) entries[field.id] = entry;
  }
  return entries;
}

/** More than any list of options has. */
const maxItems = 100;

function readEntry(field: Question, body: unknown): Entry | undefined {
  const { shape, maxTyped } = kindOf(field);
  if (shape === 'line')
    return textsAt(body, field.id)
      ?.map(text => clean(text, maxTyped))
      .at(0);
  if (shape === 'tick') return clean(textsAt(body, field.id)?.at(0) ?? '', maxTyped);
  if (shape === 'ticks') return (textsAt(body, field.id) ?? []).slice(0, maxItems).map(text => clean(text, maxTyped));

  const parts = shape.map(part => [part, textsAt(body, `${field.id}-${part}`)?.at(0)] as const);
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
