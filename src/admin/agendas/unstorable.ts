import type { Problem } from '../../core/form/problem.ts';

/** Where a document holds what PostgreSQL takes in no text, though JSON can write it: `\u0000`, or half of a character. */
export function unstorable(value: unknown, path = ''): Problem[] {
  if (typeof value === 'string') {
    const isStorable = value.isWellFormed() && !value.includes('\0');
    return isStorable ? [] : [{ path, message: 'Text obsahuje znak, který nejde uložit. Napište ho znovu.' }];
  }
  if (Array.isArray(value)) return value.flatMap((item, i) => unstorable(item, `${path}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => unstorable(inner, path === '' ? key : `${path}.${key}`));
}
