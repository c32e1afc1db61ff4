import type { CaseEvent } from '../../case/events.ts';
import { type OfCase, placeholderValues } from '../../case/placeholder-values.ts';
import { type Outcome, outcomeLabel } from '../../case/states.ts';
import { dayInPrague, formatDate } from '../../czech/format.ts';
import type { TemplateData } from './fill.ts';

interface OfLetter extends OfCase {
  /** Who writes it. */
  officer: string;
  /** Of the department: its telephone and the address of its building. */
  phone: string;
  address: string;
  now: Temporal.Instant;
  /** How the case is to be decided; null where it is not known yet. */
  outcome: Outcome | null;
  /** In the order they happened. */
  events: CaseEvent[];
  /** What was filed: answers as people read them. */
  steps: { answers: { id: string; lines: string[] }[] }[];
}

/** What a template of a letter can say of one case. The reasons are those of the last decision there is. */
export function templateData(of: OfLetter): TemplateData {
  const decided = of.events.findLast(event => event.type === 'decided');
  return {
    values: {
      ...placeholderValues(of),
      úředník: of.officer,
      telefon: of.phone,
      adresa: of.address,
      dnes: formatDate(dayInPrague(of.now)),
      výsledek: of.outcome === null ? undefined : outcomeLabel(of.outcome).toLowerCase(),
      odůvodnění: decided?.data.explanation,
    },
    answers: Object.fromEntries(
      of.steps.flatMap(({ answers }) => answers.map(({ id, lines }) => [id, lines.join('\n')])),
    ),
  };
}
