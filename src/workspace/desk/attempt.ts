import type { ActionType } from '../../core/case/actions.ts';
import type { CaseEvent } from '../../core/case/events.ts';
import type { FormError } from '../../web/input.ts';

/** A form of the desk. */
export type DeskForm = ActionType | 'note' | 'link' | 'unlink';

/** What the officer typed in a form that was not accepted, by the name of the input. */
export type Typed = Record<string, string>;

/** Why the desk is shown with a form that was sent before. */
export interface Attempt {
  /** The form to keep open, with what was typed. */
  form: DeskForm;
  typed: Typed;
  errors: FormError[];
  /** What others did meanwhile; the form was made before it. */
  meanwhile: CaseEvent[];
  /** Typed before the session was over, and not sent yet. */
  isKept?: boolean;
}

/** What stays inside can be written whatever the case has come to. */
const inside: DeskForm[] = ['note', 'link', 'unlink'];

function leads(form: DeskForm): form is ActionType {
  return !inside.includes(form);
}

/** Boxes with text that took somebody time to write. */
const written = /(^|-)(oduvodneni|duvod|zaver|nasledek|urad|zadani|text)$|^vyzva-chyba-/;

/** What was typed in a form the case has no more use for, so that nobody loses it. */
export function leftover(offered: ActionType[], attempt: Attempt | undefined): string[] {
  if (!attempt || !leads(attempt.form) || offered.includes(attempt.form)) return [];
  return Object.entries(attempt.typed).flatMap(([name, value]) => (written.test(name) && value !== '' ? [value] : []));
}
