import type { FormError } from './input.ts';

/** A form as it was typed, with what is wrong: once as a list for the summary, once by field. Passwords are not typed back. */
export interface FormView {
  form: Record<string, string>;
  errors: FormError[];
  error: Record<string, string>;
}

export function formView(typed: Record<string, unknown>, errors: FormError[] = []): FormView {
  const texts = Object.entries(typed).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return {
    form: Object.fromEntries(texts.filter(([name]) => !/password/i.test(name))),
    errors,
    error: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
  };
}
