import type { z } from 'zod';

/** What is wrong with the shape of a document, in Czech. */
export function shapeMessage(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'chybí'
        : `má být ${typeNames[issue.expected] ?? issue.expected}`;
    case 'unrecognized_keys':
      return `neznámá vlastnost ${issue.keys.map(quote).join(', ')}`;
    case 'invalid_value':
      return `má být ${issue.values.map(value => quote(String(value))).join(' nebo ')}`;
    case 'invalid_union':
      return issue.discriminator === undefined ? 'má jiný tvar, než je dovoleno' : 'neznámý typ otázky';
    case 'too_small':
      return hasOwnWords(issue.message)
        ? issue.message
        : `${issue.inclusive === false ? 'víc než' : 'nejméně'} ${counted(Number(issue.minimum), issue.origin)}`;
    case 'too_big':
      return `nejvýš ${counted(Number(issue.maximum), issue.origin)}`;
    default:
      return hasOwnWords(issue.message) ? issue.message : 'neplatná hodnota';
  }
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
  return `‚${word}‘`;
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
function hasOwnWords(message: string): boolean {
  return !/^(Invalid|Too|Unrecognized)/.test(message);
}
