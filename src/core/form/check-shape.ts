import type { z } from 'zod';

import { definitionSchema, type Definition } from './definition.ts';
import type { Problem } from './problem.ts';

/** Whether a document has the shape of an agenda, by default a complete one; what is not there or not right is said in Czech. */
export function checkShape(
  document: unknown,
  schema: typeof definitionSchema = definitionSchema,
): { ok: true; definition: Definition } | { ok: false; problems: Problem[] } {
  const parsed = schema.safeParse(document);
  if (parsed.success) return { ok: true, definition: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map(issue => ({ path: pathOf(issue.path), message: shapeMessage(issue) })),
  };
}

function pathOf(path: PropertyKey[]): string {
  return path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

/** What is wrong with the shape at one place, a Czech sentence. */
export function shapeMessage(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'Tohle chybí, doplňte to.'
        : `Má tu být ${typeNames[issue.expected] ?? issue.expected}.`;
    case 'unrecognized_keys':
      return `Neznámá vlastnost ${issue.keys.map(quote).join(', ')}.`;
    case 'invalid_value':
      return `Má tu být ${issue.values.map(value => quote(String(value))).join(' nebo ')}.`;
    case 'invalid_union':
      return issue.discriminator === undefined ? 'Má to jiný tvar, než je dovoleno.' : 'Neznámý typ.';
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return `Smí tu být nejvýš ${counted(Number(issue.maximum), issue.origin)}.`;
    default:
      return hasOwnWords(issue.message) ? sentence(issue.message) : 'Tahle hodnota tu být nemůže.';
  }
}

function tooSmall({ message, minimum, origin, inclusive }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'string') return 'Chybí text, doplňte ho.';
  if (origin === 'array')
    return minimum === 1 ? 'Přidejte aspoň jednu položku.' : `Přidejte aspoň ${counted(Number(minimum), origin)}.`;
  if (hasOwnWords(message)) return sentence(message);
  return `Má tu být ${inclusive === false ? 'víc než' : 'nejméně'} ${counted(Number(minimum), origin)}.`;
}

const typeNames: Partial<Record<string, string>> = {
  string: 'text',
  number: 'číslo',
  int: 'celé číslo',
  boolean: 'true nebo false',
  array: 'seznam',
  object: 'objekt',
  record: 'objekt',
};

function quote(word: string): string {
  return `„${word}“`;
}

const units: Partial<Record<string, { one: string; few: string; other: string }>> = {
  string: { one: 'znak', few: 'znaky', other: 'znaků' },
  array: { one: 'položka', few: 'položky', other: 'položek' },
};

function counted(count: number, origin: string): string {
  const unit = units[origin];
  if (!unit) return String(count);
  return `${count}\u00a0${count === 1 ? unit.one : count >= 2 && count <= 4 ? unit.few : unit.other}`;
}

/** The schema's own messages are Czech, the library's are not. */
function hasOwnWords(words: string): boolean {
  return !/^(Invalid|Too|Unrecognized)/.test(words);
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
