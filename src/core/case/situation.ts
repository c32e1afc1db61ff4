import { formatDate, formatDue } from '../czech/format.ts';
import { daysLeft } from './clock.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { isOpen, type Outcome } from './states.ts';

export interface Situation {
  /** The one sentence of state (two when the period is over). */
  sentence: string;
  whoseTurn: { who: 'office' | 'applicant' | 'nobody'; text: string };
  /** Null when there is nothing to wait for. */
  until: { dueOn: Temporal.PlainDate; text: string; relative: string; overdue: boolean } | null;
}

interface Circumstances {
  case: CaseSnapshot;
  /** Who holds it. */
  officer: { name: string } | null;
  dueOn: Temporal.PlainDate;
  today: Temporal.PlainDate;
}

/** What the applicant wants to know first: how it stands, whose turn it is and until when. In plain Czech. */
export function situation({ case: snapshot, officer, dueOn, today }: Circumstances): Situation {
  if (!isOpen(snapshot.state)) {
    return {
      sentence: finished(snapshot),
      whoseTurn: { who: 'nobody', text: 'Nikdo – podání je vyřízené.' },
      until: null,
    };
  }
  const overdue = daysLeft(dueOn, today) < 0;
  const sentence = underWay(snapshot, officer?.name);
  return {
    sentence: overdue ? `${sentence} Lhůta pro vyřízení uplynula ${formatDate(dueOn)}.` : sentence,
    whoseTurn: { who: 'office', text: 'Úřad – vy teď nemusíte nic dělat.' },
    until: { dueOn, text: formatDate(dueOn, 'weekday'), relative: formatDue(dueOn, today), overdue },
  };
}

function underWay({ state }: CaseSnapshot, officer: string | undefined): string {
  if (state === 'filed') {
    return officer ? `Podání jsme přijali, převezme ho ${officer}.` : 'Podání jsme přijali. Čeká na převzetí.';
  }
  if (state === 'takenOver') return officer ? `Podání jsme převzali, má ho ${officer}.` : 'Podání jsme převzali.';
  return officer ? `Podání právě vyřizuje ${officer}.` : 'Podání právě vyřizujeme.';
}

const finishedSentences: Record<Outcome, string> = {
  granted: 'Podání je vyřízené, vyhověli jsme mu.',
  partlyGranted: 'Podání je vyřízené, vyhověli jsme mu zčásti.',
  refused: 'Podání je vyřízené, zamítli jsme ho.',
  settled: 'Podání je vyřízené bez rozhodnutí.',
};

function finished({ state, outcome }: CaseSnapshot): string {
  const sentence = outcome ? finishedSentences[outcome] : 'Podání je vyřízené.';
  return state === 'closed' ? `${sentence} Případ je uzavřený.` : sentence;
}
