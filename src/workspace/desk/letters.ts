import type { Officer } from '../../core/actor.ts';
import { dueOn } from '../../core/case/clock.ts';
import { fillTemplate } from '../../core/letters/template/fill.ts';
import { templateData } from '../../core/letters/template/values.ts';
import type { DeskCase } from './find.ts';

/** A text the officer begins to write to the applicant with. */
export interface DeskLetter {
  id: string;
  title: string;
  text: string;
}

interface Writing {
  officer: Officer;
  now: Temporal.Instant;
}

/** The letters of the agenda as the case was filed under it, filled in for this case. */
export function deskLetters(found: DeskCase, { officer, now }: Writing): DeskLetter[] {
  const { letters, reference, agenda, submission, department, filedAt, snapshot, events } = found;
  const data = templateData({
    ...{ reference, agenda, filedAt, now, events, officer: officer.name },
    ...{ applicant: submission.applicant.name, steps: submission.steps },
    ...{ department: department.name, phone: department.phone, address: department.address },
    dueOn: dueOn(snapshot.clock),
    outcome: snapshot.outcome,
  });
  return letters.map(({ id, title, text }) => ({ id, title, text: fillTemplate(text, data, 'plain') }));
}
