import { dueOn } from '../../core/case/clock.ts';
import { placeholderValues } from '../../core/case/placeholder-values.ts';
import { fillPlaceholders } from '../../core/form/placeholders.ts';
import type { DeskCase } from './find.ts';

/** A text the officer begins to write to the applicant with. */
export interface DeskLetter {
  id: string;
  title: string;
  text: string;
}

/** The letters of the agenda as the case was filed under it, filled in for this case. */
export function deskLetters(found: DeskCase): DeskLetter[] {
  const { letters, reference, agenda, submission, department, filedAt, snapshot } = found;
  const values = placeholderValues({
    reference,
    agenda,
    applicant: submission.applicant.name,
    department: department.name,
    filedAt,
    dueOn: dueOn(snapshot.clock),
  });
  return letters.map(({ id, title, text }) => ({ id, title, text: fillPlaceholders(text, values) }));
}
