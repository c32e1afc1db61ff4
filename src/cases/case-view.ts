import type { Actor } from '../core/actor.ts';
import type { ActionType } from '../core/case/actions.ts';
import { deliveryDay } from '../core/case/appeal.ts';
import { roles } from '../core/case/roles.ts';
import { awayWords } from '../core/case/deputies.ts';
import { explainClock } from '../core/case/clock-words.ts';
import { type Situation, situation } from '../core/case/situation.ts';
import { isOpen, outcomeLabel } from '../core/case/states.ts';
import { timeline, type TimelineEntry } from '../core/case/timeline.ts';
import { heldIn } from '../core/mandate/reach.ts';
import { formatDate, formatDateTime, dayInPrague } from '../core/czech/format.ts';
import { phoneHref } from '../web/phone-href.ts';
import { applicantActions } from './allowed.ts';
import { appealOffer } from './appeal/offer.ts';
import { type ProofView, proofView } from '../authorisation/proof-view.ts';
import type { FoundCase } from './find-case.ts';
import { confirmPath } from './links.ts';
import { type MessageAttempt, type MessagesView, messagesView } from './messages/message-view.ts';
import { submissionView, type SubmissionView } from './submission-view.ts';
import { type AskView, askView, missedDay } from './supplement/ask-view.ts';
import { correctedSteps } from './supplement/corrected-steps.ts';
import { type CorrectionView, correctionView } from './supplement/correction-view.ts';

/** The heart of the portal: how it stands, who has it, whose turn it is, until when, what was and what will be. */
export interface CaseView {
  reference: string;
  agenda: string;
  subject: string;
  /** Day and time. */
  filedOn: string;
  /** Who acted as an agent and for whom when it was filed, and who acts today. */
  filedBy: { name: string; principal: string } | null;
  agent: string | null;
  /** Where whose it is may empower somebody to act in it; null for everybody else. */
  entrustHref: string | null;
  sentence: string;
  holder: { name: string; lines: (string | { text: string; href: string })[]; isPerson: boolean };
  /** Whether the office has yet to decide. */
  isOpen: boolean;
  turn: Situation['whoseTurn'];
  /** By when whoever's turn it is has to act. */
  until: { date: string; relative: string; overdue: boolean } | null;
  /** Where the last day of the office comes from; empty when it has nothing to decide. */
  howCounted: string[];
  decision: DecisionView | null;
  /** Where the applicant confirms a filing that waits for it; null where they may not, or need not. */
  confirmHref: string | null;
  /** How it was confirmed. */
  proof: ProofView | null;
  /** What the applicant is asked to mend. */
  ask: AskView | null;
  /** Until when they were asked and did not. */
  missed: string | null;
  timeline: TimelineItem[];
  messages: MessagesView;
  submission: SubmissionView;
  corrections: CorrectionView[];
  letters: IssuedView[];
  appeal: AppealView;
  can: { withdraw: boolean; inspect: boolean };
  /** Where whoever may only look signs in to act; null for the applicant, and where nothing may be done. */
  signInHref: string | null;
}

interface DecisionView {
  outcome: string;
  paragraphs: string[];
  decidedOn: string;
  /** It is a decision that has to be delivered. */
  isServed: boolean;
  /** The office has written down that it was, and the day of it has come. */
  isDelivered: boolean;
}

/** A document the office issued. */
interface IssuedView {
  title: string;
  isDecision: boolean;
  href: string;
  issuedOn: string;
  size: number;
  sha256: string;
}

interface AppealView {
  /** References of the appeals that were filed, and of the case this one is an appeal in. */
  filed: string[];
  against: string | null;
  /** Null where none may be filed. */
  offer: { sentence: string; action: string; isLikely: boolean } | null;
}

interface TimelineItem {
  state: TimelineEntry['status'];
  title: string;
  time?: string;
  isoTime?: string;
  text?: string;
}

interface Params {
  now: Temporal.Instant;
  actor: Actor;
  /** A message that was not accepted. */
  attempt?: MessageAttempt | undefined;
}

export function caseView(found: FoundCase, { now, actor, attempt }: Params): CaseView {
  const { snapshot, submission, officer } = found;
  const actions = applicantActions(found, actor);
  const today = dayInPrague(now);
  const { sentence, whoseTurn, until } = situation({ case: snapshot, officer, today });
  const filedAt = Temporal.Instant.from(submission.filedAt);
  return {
    reference: submission.reference,
    agenda: submission.title,
    subject: found.subject,
    filedOn: formatDateTime(filedAt, 'minutes'),
    filedBy: submission.agent ?? null,
    agent: found.agent,
    entrustHref: entrustHref(found, actor),
    sentence,
    holder: holderOf(found),
    isOpen: isOpen(snapshot.state),
    turn: whoseTurn,
    until: until && { date: formatDate(until.dueOn), relative: until.relative, overdue: until.overdue },
    // While it is the applicant who is waited for, that is what the day is of.
    howCounted:
      isOpen(snapshot.state) && snapshot.state !== 'unconfirmed'
        ? explainClock({ clock: found.agenda.clock, filedOn: dayInPrague(filedAt), events: found.events })
        : [],
    confirmHref:
      snapshot.state === 'unconfirmed' && actions.includes('confirm') ? confirmPath(submission.reference) : null,
    proof: found.proof && proofView(found.proof),
    decision: decisionOf(found, today),
    ask: askView(found, { today, mayMend: actions.includes('supplement') }),
    missed: missedDay(found),
    timeline: timelineOf(found, today),
    messages: messagesView(found, { mayWrite: actions.includes('write'), isAgent: isAgent(snapshot, actor), attempt }),
    submission: submissionView({ ...submission, steps: correctedSteps(submission.steps, found.corrections) }),
    corrections: found.corrections.map(correctionView),
    letters: found.letters.map(issuedView),
    appeal: appealOf(found, { today, actions }),
    can: { withdraw: actions.includes('withdraw'), inspect: actions.includes('requestInspection') },
    // On behalf of an organisation somebody may be signed in as its reader.
    signInHref:
      actions.length === 0 && !submission.trial && !submission.organisation && snapshot.mandateId === null
        ? signInHref(submission.reference)
        : null,
  };
}

function issuedView({ kind, title, issuedAt, file }: FoundCase['letters'][number]): IssuedView {
  if (!issuedAt || !file) throw new Error('what was issued has its moment and its file');
  const { id, size, sha256 } = file;
  const issuedOn = formatDate(dayInPrague(issuedAt));
  return { title, isDecision: kind === 'decision', href: `/prilohy/${id}`, issuedOn, size, sha256 };
}

function appealOf(
  found: FoundCase,
  allowed: { today: Temporal.PlainDate; actions: readonly ActionType[] },
): AppealView {
  const { appeals, appealsAgainst, submission } = found;
  const offer = appealOffer(found, allowed);
  const action = `/pripady/${submission.reference}/odvolani`;
  // Who got what they asked for seldom appeals.
  const isLikely = found.snapshot.outcome !== 'granted';
  return { filed: appeals, against: appealsAgainst, offer: offer && { sentence: offer.sentence, action, isLikely } };
}

function isAgent(snapshot: FoundCase['snapshot'], actor: Actor): boolean {
  return heldIn(snapshot, actor, 'readCases') !== undefined;
}

/** A case of an account of one's own or of an organisation, in which no agent acts yet. */
function entrustHref({ snapshot, submission, agent }: FoundCase, actor: Actor): string | null {
  const isOwn = snapshot.organisationId !== null || snapshot.applicantId !== null;
  if (actor.kind !== 'citizen' || submission.trial || agent !== null || !isOwn) return null;
  if (!roles.applicant.is(snapshot, actor) || !isOpen(snapshot.state)) return null;
  return `/ucet/zmocneni/nove?${new URLSearchParams({ podani: submission.reference }).toString()}`;
}

function signInHref(reference: string): string {
  return `/prihlaseni?${new URLSearchParams({ zpet: `/pripady/${reference}` }).toString()}`;
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

/** A decision that was cancelled on appeal is a part of the history and no more. */
function decisionOf({ events, snapshot }: FoundCase, today: Temporal.PlainDate): DecisionView | null {
  const decided = events.findLast(event => event.type === 'decided');
  if (!decided || snapshot.outcome === null) return null;
  const { outcome, explanation } = decided.data;
  const decidedOn = formatDate(dayInPrague(Temporal.Instant.from(decided.at)));
  const paragraphs = explanation.split(/\s*\n\s*/);
  return {
    ...{ outcome: outcomeLabel(outcome), paragraphs, decidedOn },
    isServed: outcome !== 'settled',
    isDelivered: deliveryDay(events, today) !== null,
  };
}

function timelineOf({ events, snapshot, departmentNames }: FoundCase, today: Temporal.PlainDate) {
  const entries = timeline({ events, case: snapshot, departmentNames, today });
  const decided = snapshot.outcome && events.findLast(event => event.type === 'decided');
  return entries.map(({ at, title, detail, status }): TimelineItem => {
    // The explanation stands at the top of the page, whole.
    const text = decided && detail === decided.data.explanation ? null : detail;
    return {
      state: status,
      title,
      ...(at && { time: formatDateTime(at, 'minutes'), isoTime: at.toString() }),
      ...(text !== null && { text }),
    };
  });
}
