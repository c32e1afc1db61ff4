import { dayInPrague, formatDate } from '../czech/format.ts';
import type { PlaceholderValues } from '../form/placeholders.ts';

export interface OfCase {
  reference: string;
  /** The title of the agenda. */
  agenda: string;
  applicant: string;
  /** The name of the department that has the case now. */
  department: string;
  filedAt: Temporal.Instant;
  dueOn: Temporal.PlainDate;
}

/** What the placeholders of mails and letters stand for in one case. Days are days in Prague, in words. */
export function placeholderValues(of: OfCase): PlaceholderValues {
  return {
    značka: of.reference,
    agenda: of.agenda,
    jméno: of.applicant,
    odbor: of.department,
    podáno: formatDate(dayInPrague(of.filedAt)),
    termín: formatDate(of.dueOn),
  };
}
