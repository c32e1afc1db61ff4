import type { Request } from 'express';
import { type FormError, formBody } from '../web/input.ts';

/** A form as it was typed, with what is wrong with it: a list for the summary, and by field. */
export function typedBack(req: Request, errors: FormError[]) {
  return {
    form: formBody(req),
    errors,
    error: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
  };
}
