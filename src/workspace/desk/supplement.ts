import type { CorrectionItem } from '../../core/case/corrections.ts';
import { maySuspend } from '../../core/case/offers.ts';
import { usualConsequence, usualDeadlines } from '../../core/case/supplement.ts';
import { formatDate, formatDays } from '../../core/czech/format.ts';
import { option, type Option } from '../assignees.ts';
import type { Typed } from './attempt.ts';
import type { DeskCase } from './find.ts';
import { problemField, tickField } from './supplement-form.ts';

/** What a filing consists of and the applicant can mend. */
export type Correctable = Omit<CorrectionItem, 'problem'> & {
  /** The answer, or the names of the files; empty where there is none yet. */
  current: string;
};

/** Each answer but what was worked out, and each place for files, also an empty one. */
export function correctable({ submission, slots }: Pick<DeskCase, 'submission' | 'slots'>): Correctable[] {
  const answers = submission.steps.flatMap(step => step.answers).filter(({ type }) => type !== 'computed');
  const filled = submission.attachments.map(({ slot, label }) => ({ id: slot, label }));
  const places = new Map([...slots, ...filled].map(({ id, label }) => [id, label]));
  return [
    ...answers.map(({ id, label, lines }) => ({ kind: 'answer' as const, id, label, current: lines.join(', ') })),
    ...[...places].map(([id, label]) => {
      const files = submission.attachments.filter(({ slot }) => slot === id);
      return { kind: 'attachment' as const, id, label, current: files.map(({ name }) => name).join(', ') };
    }),
  ];
}

/** The form of a call to mend the filing. */
export interface SupplementView {
  items: (Correctable & { tick: string; isTicked: boolean; problemField: string; problem: string })[];
  deadlines: Option[];
  otherDay: { isChosen: boolean; value: string };
  consequence: string;
  /** Whether the period may stand still meanwhile, and whether it is to. */
  maySuspend: boolean;
  suspends: boolean;
}

export function supplementView(found: DeskCase, typed: Typed, today: Temporal.PlainDate): SupplementView {
  const { snapshot } = found;
  const isBegun = typed['vyzva-nasledek'] !== undefined;
  const deadlines = usualDeadlines(today);
  const chosen = isBegun ? typed['vyzva-termin'] : deadlines[0]?.until.toString();
  return {
    items: correctable(found).map(item => ({
      ...item,
      tick: tickField(item),
      isTicked: typed[tickField(item)] !== undefined,
      problemField: problemField(item),
      problem: typed[problemField(item)] ?? '',
    })),
    deadlines: deadlines.map(({ days, until }) =>
      option(until.toString(), `${formatDate(until, 'weekday')} (${formatDays(days)})`, chosen),
    ),
    otherDay: { isChosen: chosen === 'jiny', value: typed['vyzva-den'] ?? '' },
    consequence: typed['vyzva-nasledek'] ?? usualConsequence(snapshot.agenda.clock),
    maySuspend: maySuspend(snapshot),
    suspends: isBegun ? typed['vyzva-stoji'] !== undefined : maySuspend(snapshot),
  };
}
