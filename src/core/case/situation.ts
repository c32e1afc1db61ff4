import { formatDate, formatDue } from '../czech/format.ts';
import { daysLeft, dueOn } from './clock.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { isOpen, type Outcome } from './states.ts';

export interface Situation {
  /** The one sentence of state (two when the period is over). */
  sentence: string;
  /** `name` answers who, `note` says what that means for the applicant. */
  whoseTurn: { who: 'office' | 'applicant' | 'nobody'; name: string; note: string };
  /** By when whoever's turn it is has to act; null when nothing is waited for, or there is no day for it. */
  until: { dueOn: Temporal.PlainDate; text: string; relative: string; overdue: boolean } | null;
}

interface Circumstances {
  case: CaseSnapshot;
  /** Who holds it. */
  officer: { name: string } | null;
  today: Temporal.PlainDate;
}

/** What the applicant wants to know first: how it stands, whose turn it is and until when. In plain Czech. */
export function situation({ case: snapshot, officer, today }: Circumstances): Situation {
  if (!isOpen(snapshot.state)) return ended(snapshot);
  const { state, clock, awaitingUntil, confirmUntil } = snapshot;
  const sentence = underWay(snapshot, officer?.name);
  if (state === 'unconfirmed') {
    return { sentence, whoseTurn: turns.unconfirmed, until: confirmUntil && deadline(confirmUntil, today) };
  }
  if (state === 'awaitingApplicant') {
    return { sentence, whoseTurn: turns.applicant, until: awaitingUntil && deadline(awaitingUntil, today) };
  }
  if (clock.stoppedOn) return { sentence, whoseTurn: turns.suspended, until: null };
  const until = deadline(dueOn(clock), today);
  return {
    sentence: until.overdue ? `${sentence} Lhůta pro vyřízení uplynula ${formatDate(until.dueOn)}.` : sentence,
    whoseTurn: turns.office,
    until,
  };
}

const turns = {
  office: { who: 'office', name: 'Úřad', note: 'Vy teď nemusíte nic dělat.' },
  applicant: { who: 'applicant', name: 'Vy', note: 'Doplňte, o\u00a0co jsme vás požádali.' },
  unconfirmed: { who: 'applicant', name: 'Vy', note: 'Potvrďte, že je podání vaše. Jinak neplatí.' },
  suspended: { who: 'nobody', name: 'Nikdo', note: 'Řízení je přerušené a\u00a0lhůta stojí.' },
  appealed: { who: 'office', name: 'Úřad', note: 'Vyřizuje vaše odvolání.' },
  ended: { who: 'nobody', name: 'Nikdo', note: 'Podání je vyřízené.' },
  lapsed: { who: 'nobody', name: 'Nikdo', note: 'Pokud o\u00a0věc stojíte, podejte ji znovu.' },
} satisfies Record<string, Situation['whoseTurn']>;

function deadline(day: Temporal.PlainDate, today: Temporal.PlainDate): NonNullable<Situation['until']> {
  return {
    dueOn: day,
    text: formatDate(day, 'weekday'),
    relative: formatDue(day, today),
    overdue: daysLeft(day, today) < 0,
  };
}

function underWay({ state }: CaseSnapshot, officer: string | undefined): string {
  switch (state) {
    case 'unconfirmed':
      return 'Podání jsme přijali. Platit začne, až ho potvrdíte.';
    case 'filed':
      return officer ? `Podání jsme přijali, převezme ho ${officer}.` : 'Podání jsme přijali. Čeká na převzetí.';
    case 'takenOver':
      return officer ? `Podání jsme převzali, má ho ${officer}.` : 'Podání jsme převzali.';
    case 'awaitingApplicant':
      return 'Čekáme, až podání doplníte.';
    case 'suspended':
      return 'Řízení je přerušené.';
    default:
      return officer ? `Podání právě vyřizuje ${officer}.` : 'Podání právě vyřizujeme.';
  }
}

function ended(snapshot: CaseSnapshot): Situation {
  const { state } = snapshot;
  const whoseTurn = state === 'appealed' || state === 'lapsed' ? turns[state] : turns.ended;
  return { sentence: finished(snapshot), whoseTurn, until: null };
}

const decidedSentences: Record<Outcome, string> = {
  granted: 'Podání je vyřízené, vyhověli jsme mu.',
  partlyGranted: 'Podání je vyřízené, vyhověli jsme mu zčásti.',
  refused: 'Podání je vyřízené, zamítli jsme ho.',
  settled: 'Podání je vyřízené bez rozhodnutí.',
};

function finished({ state, outcome }: CaseSnapshot): string {
  switch (state) {
    case 'appealed':
      return 'Rozhodli jsme a\u00a0vy jste se odvolali.';
    case 'forwarded':
      return 'Podání jsme postoupili jinému úřadu, vyřídí ho on.';
    case 'withdrawn':
      return 'Podání jste vzali zpět.';
    case 'discontinued':
      return 'Řízení jsme zastavili.';
    case 'shelved':
      return 'Podání jsme odložili.';
    case 'lapsed':
      return 'Podání nikdo včas nepotvrdil, takže neplatí.';
    case 'closed':
      return outcome ? `${decidedSentences[outcome]} Případ je uzavřený.` : 'Případ je uzavřený.';
    default:
      return outcome ? decidedSentences[outcome] : 'Podání je vyřízené.';
  }
}
