import { z } from 'zod';

import { lineOf } from '../entries.ts';
import { askToFill, lineLimit, type FieldKind } from './kind.ts';

export const email: FieldKind<'email'> = {
  shape: 'line',
  maxTyped: lineLimit,
  read(_field, entry) {
    const typed = lineOf(entry);
    if (typed === '') return undefined;
    if (typed.length > 254 || !z.regexes.email.test(typed))
      return { error: 'Zadejte e-mail ve tvaru jmeno@example.cz' };
    // Only the part after @ is the same in any case.
    return { value: typed.replace(/@.*$/, domain => domain.toLowerCase()) };
  },
  present: (_field, value) => [value],
  missing: askToFill,
};
