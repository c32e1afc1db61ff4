import { awayWords } from '../core/case/deputies.ts';
import { explainClock } from '../core/case/clock-words.ts';
import { type Situation, situation } from '../core/case/situation.ts';
import { isOpen, outcomeLabel } from '../core/case/states.ts';
import { timeline, type TimelineEntry } from '../core/case/timeline.ts';
import { formatDate, formatDateTime, dayInPrague } from '../core/czech/format.ts';
import { phoneHref } from '../web/phone-href.ts';
import type { FoundCase } from './find-case.ts';
import { submissionView, type SubmissionView } from './submission-view.ts';

/** The heart of the portal: how it stands, who has it, whose turn it is, until when, what was and what will be. */
export interface CaseView {
  reference: string;
  agenda: string;
  /** Day and time. */
  filedOn: string;
  sentence: string;
  holder: { name: string; lines: (string | { text: string; href: string })[]; isPerson: boolean };
  /** Whether the office has yet to decide. */
  isOpen: boolean;
  turn: Situation['whoseTurn'];
  /** By when whoever's turn it is has to act. */
  until: { date: string; relative: string; overdue: boolean } | null;
  /** Where the last day of the office comes from; empty when it has nothing to decide. */
  howCounted: string[];
  decision: { outcome: string; paragraphs: string[]; decidedOn: string; isServed: boolean } | null;
  timeline: TimelineItem[];
  submission: SubmissionView;
}

interface TimelineItem {
  state: TimelineEntry['status'];
  title: string;
  time?: string;
  isoTime?: string;
  text?: string;
}

export function caseView(found: FoundCase, now: Temporal.Instant): CaseView {
  const { snapshot, submission, officer } = found;
  const today = dayInPrague(now);
  const { sentence, whoseTurn, until } = situation({ case: snapshot, officer, today });
  const filedAt = Temporal.Instant.from(submission.filedAt);
  return {
    reference: submission.reference,
    agenda: submission.title,
    filedOn: formatDateTime(filedAt, 'minutes'),
    sentence,
    holder: holderOf(found),
    isOpen: isOpen(snapshot.state),
    turn: whoseTurn,
    until: until && { date: formatDate(until.dueOn), relative: until.relative, overdue: until.overdue },
    howCounted: isOpen(snapshot.state)
      ? explainClock({ clock: found.agenda.clock, filedOn: dayInPrague(filedAt), events: found.events })
      : [],
    decision: decisionOf(found),
    timeline: timelineOf(found, today),
    submission: submissionView(submission),
  };
}

/** Whom to ask: the officer, while away whoever stands in, without anybody the department. */
function holderOf({ officer, away, department, snapshot }: FoundCase): CaseView['holder'] {
  const isAway = away !== null && isOpen(snapshot.state);
  const { phone, email } = (isAway ? away.standIn : officer) ?? department;
  return {
    name: officer?.name ?? department.name,
    lines: [
      ...(officer ? [department.name] : []),
      ...(isAway ? [awayWords({ until: away.until, standIn: away.standIn?.name ?? null })] : []),
      { text: phone, href: phoneHref(phone) },
      { text: email, href: `mailto:${email}` },
    ],
    isPerson: officer !== null,
  };
}

function decisionOf({ events }: FoundCase): CaseView['decision'] {
  const decided = events.findLast(event => event.type === 'decided');
  if (!decided) return null;
  const { outcome, explanation } = decided.data;
  const decidedOn = formatDate(dayInPrague(Temporal.Instant.from(decided.at)));
  const paragraphs = explanation.split(/\s*\n\s*/);
  return { outcome: outcomeLabel(outcome), paragraphs, decidedOn, isServed: outcome !== 'settled' };
}

function timelineOf({ events, snapshot, departmentNames }: FoundCase, today: Temporal.PlainDate) {
  const entries = timeline({ events, case: snapshot, departmentNames, today });
  return entries.map(({ at, title, detail, status }, index): TimelineItem => {
    // The explanation stands at the top of the page, whole.
    const text = events[index]?.type === 'decided' && !isOpen(snapshot.state) ? null : detail;
    return {
      state: status,
      title,
      ...(at && { time: formatDateTime(at, 'minutes'), isoTime: at.toString() }),
      ...(text !== null && { text }),
    };
  });
}
