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
        : `${issue.inclusive === false ? 'víc než' : 'nejméně'} ${Number(issue.minimum)}${unitOf(issue.origin)}`;
    case 'too_big':
      return `nejvýše ${Number(issue.maximum)}${unitOf(issue.origin)}`;
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

function unitOf(origin: string): string {
  return { string: ' znaků', array: ' položek' }[origin] ?? '';
}

/** The schema's own messages are Czech, the library's are not. */
function hasOwnWords(message: string): boolean {
  return !/^(Invalid|Too|Unrecognized)/.test(message);
}
