import type { Officer } from '../../core/actor.ts';
import type { ActionType } from '../../core/case/actions.ts';
import { type ProofView, proofView } from '../../authorisation/proof-view.ts';
import { mayHandle } from '../../core/case/assignable.ts';
import { recordedWays } from '../../core/case/confirmation.ts';
import { awayWords } from '../../core/case/deputies.ts';
import { extensionLeft, offeredActions } from '../../core/case/offers.ts';
import { refusal } from '../../core/case/refusals.ts';
import { type CaseState, isOpen, type Outcome, outcomeLabel, outcomes, stateLabel } from '../../core/case/states.ts';
import { dayInPrague, formatDate, formatDays } from '../../core/czech/format.ts';
import type { FormError } from '../../web/input.ts';
import { assignees, colleagues, option, type Option, type OptionGroup } from '../assignees.ts';
import type { Directory, DirectoryOfficer } from '../directory.ts';
import { listHref } from '../from-list.ts';
import { attachmentsView, type AttachmentsView } from './attachments.ts';
import { type Attempt, type DeskForm, leftover, type Typed } from './attempt.ts';
import { clockView, type ClockView } from './clock-view.ts';
import { filedView, type FiledView } from './filed-view.ts';
import type { DeskCase } from './find.ts';
import { type HistoryEntry, historyEntry } from './history.ts';
import { type DeskLetter, deskLetters } from './letters.ts';
import { planView, type PlanView } from './plan.ts';
import { reasonField, type ReasonStep, reasonSteps } from './reasons.ts';
import { deliveryOptions, deliveryTyped, serviceView, type ServiceView } from './service.ts';
import { supplementView, type SupplementView } from './supplement.ts';

interface DeskPage extends FiledView, AttachmentsView {
  section: 'urad';
  title: string;
  titleContext: string;
  errors: FormError[];
  /** The same by the input they are shown at. */
  problems: Record<string, string>;
  /** Where the forms of this case go. */
  base: string;
  version: number;
  reference: string;
  agenda: string;
  subject: string;
  isApplicantMailLost: boolean;
  state: CaseState;
  stateText: string;
  outcomeText: string | null;
  isRefused: boolean;
  filedAt: Temporal.Instant;
  due: ClockView | null;
  service: ServiceView | null;
  /** That it waits to be confirmed, or did in vain; null of what counts. */
  unconfirmed: { text: 'waiting' | 'lapsed'; date: string } | null;
  proof: ProofView | null;
  confirmations: { value: string; isChosen: boolean }[];
  department: DeskCase['department'];
  officer: DeskCase['officer'];
  isMine: boolean;
  /** That the officer is away, and who stands in. */
  awayText: string | null;
  isWatched: boolean;
  plan: PlanView;
  /** The newest first. */
  history: HistoryEntry[];
  notes: DeskCase['notes'];
  /** Whom a note can be meant for. */
  colleagues: Option[];
  can: Partial<Record<ActionType, boolean>>;
  /** Why they may not take it over though it waits for somebody. */
  lacksAgendaText: string | null;
  /** The step to take next; the others are quieter. */
  next: ActionType | undefined;
  assignees: OptionGroup[];
  outcomes: { value: Outcome; text: string; isChosen: boolean }[];
  /** What a decision can begin with. */
  letters: DeskLetter[];
  supplement: SupplementView | null;
  /** By how many days the period may be made longer. */
  extension: string;
  deliveries: ReturnType<typeof deliveryOptions>;
  appealResults: { value: 'upheld' | 'returned'; isChosen: boolean }[];
  /** Steps that take a reason only, and those of them that are seldom taken. */
  reasons: Record<ReasonStep, { resource: string; field: string }>;
  rare: { steps: ActionType[]; isOpen: boolean };
  openForm: DeskForm | null;
  /** What the boxes hold: what was typed, or what is known anyway. */
  typed: Typed;
  meanwhile: HistoryEntry[];
  leftover: string[];
  /** Typed before the session was over. */
  isKept: boolean;
  /** The list the case was opened from, and the cases beside it there. */
  from: string;
  list: { href: string; next: string; previous: string };
}

interface Params {
  officer: Officer;
  found: DeskCase;
  directory: Directory;
  now: Temporal.Instant;
  attempt?: Attempt | undefined;
  /** The letter to begin a decision with; one that the case has not is nothing. */
  letterId?: string | undefined;
  /** The attachment to show beside the answers. */
  previewId?: string | undefined;
  /** The query of the list it was opened from. */
  from: string;
}

/** Everything the desk of one case shows. */
export function deskPage({ officer, found, directory, now, attempt, letterId, previewId, from }: Params): DeskPage {
  const { snapshot, submission, reference } = found;
  const beside = (where: string): string =>
    `/urad/pripady/${reference}/${where}?${new URLSearchParams({ z: from }).toString()}`;
  const today = dayInPrague(now);
  const { applicant } = submission;
  const officers = directory.departments.flatMap(department => department.officers);
  const offered = offeredActions(snapshot, officer, today);
  const lacksAgenda = offered.includes('takeOver') && !mayTakeOver(found, officer, officers);
  const actions = lacksAgenda ? offered.filter(action => action !== 'takeOver') : offered;
  const letters = actions.includes('decide') ? deskLetters(found, { officer, now }) : [];
  const letter = letters.find(({ id }) => id === letterId);
  const isHere = worksAt(officer, snapshot.officerId);
  const names = { applicant: applicant.name, officers: new Map(officers.map(({ id, name }) => [id, name])) };
  const away = officers.find(({ id }) => id === snapshot.officerId)?.away;
  const begun = {
    ...(actions.includes('recordService') && deliveryTyped(found, today)),
    ...(actions.includes('confirm') && { 'potvrzeni-den': today.toString() }),
  };
  const typed: Typed = { ...begun, ...(attempt?.typed ?? (letter ? { oduvodneni: letter.text } : {})) };
  const openForm = attempt?.form ?? (letter ? 'decide' : null);
  const rare = rareSteps.filter(action => actions.includes(action));
  return {
    ...filedView(submission),
    ...attachmentsView(found, previewId),
    section: 'urad',
    title: `${found.agenda} – ${applicant.name}`,
    titleContext: reference,
    errors: attempt?.errors ?? [],
    problems: Object.fromEntries((attempt?.errors ?? []).map(({ field, message }) => [field, message])),
    base: `/urad/pripady/${reference}`,
    version: snapshot.version,
    reference,
    agenda: found.agenda,
    subject: found.subject,
    isApplicantMailLost: found.isApplicantMailLost,
    state: snapshot.state,
    stateText: stateLabel(snapshot.state),
    outcomeText: snapshot.outcome && outcomeLabel(snapshot.outcome),
    isRefused: snapshot.outcome === 'refused',
    filedAt: found.filedAt,
    due: isOpen(snapshot.state) ? clockView(found, now) : null,
    service: serviceView(found),
    unconfirmed: unconfirmedView(snapshot),
    proof: found.proof && proofView(found.proof),
    confirmations: recordedWays.map(value => ({ value, isChosen: value === typed['potvrzeni-zpusob'] })),
    department: found.department,
    officer: found.officer,
    isMine: snapshot.officerId === officer.officerId,
    awayText: away ? awayWords(away) : null,
    isWatched: found.isWatched,
    plan: planView({ found, directory, typed, now }),
    history: found.events.map(event => historyEntry(event, names)).reverse(),
    notes: found.notes,
    colleagues: colleagues(directory, found.snapshot, officer).map(({ id, name }) => option(id, name, typed.upozornit)),
    can: Object.fromEntries(actions.map(action => [action, true])),
    lacksAgendaText: lacksAgenda ? refusal('youLackAgenda').message : null,
    // While the applicant is waited for, to go on without them is no usual step.
    next: (isHere ? ownPath : othersPath)
      .filter(action => action !== 'resume' || snapshot.state !== 'awaitingApplicant')
      .find(action => actions.includes(action)),
    assignees: actions.includes('assign') ? assignees(directory, { agendaId: found.agendaId, chosen: typed.komu }) : [],
    outcomes: outcomes.map(value => ({ value, text: outcomeLabel(value), isChosen: value === typed.vysledek })),
    letters,
    supplement: actions.includes('requestSupplement') ? supplementView(found, typed, today) : null,
    extension: formatDays(extensionLeft(snapshot, today), snapshot.agenda.clock.unit),
    deliveries: deliveryOptions(typed),
    appealResults: appealResults.map(value => ({ value, isChosen: value === typed['odvolani-vysledek'] })),
    reasons: {
      resume: reason('resume'),
      suspend: reason('suspend'),
      declareBias: reason('declareBias'),
      discontinue: reason('discontinue'),
      shelve: reason('shelve'),
    },
    rare: { steps: rare, isOpen: rare.some(action => action === openForm) },
    openForm,
    typed,
    meanwhile: (attempt?.meanwhile ?? []).map(event => historyEntry(event, names)),
    leftover: leftover(actions, attempt),
    isKept: attempt?.isKept ?? false,
    from,
    list: { href: listHref(from), next: beside('dalsi'), previous: beside('predchozi') },
  };
}

/** Has the case, or stands in for whoever has it. */
function worksAt({ officerId, standsInFor }: Officer, holderId: string | null): boolean {
  return holderId !== null && [officerId, ...standsInFor].includes(holderId);
}

const appealResults = ['upheld', 'returned'] as const;
/** The way of a case through the hands of one officer. */
/** As `takeOverCase` decides: whoever handles the agenda, or stands in for who has the case. */
function mayTakeOver({ agendaId, snapshot }: DeskCase, officer: Officer, officers: DirectoryOfficer[]): boolean {
  const own = officers.find(({ id }) => id === officer.officerId);
  const standsIn = snapshot.officerId !== null && officer.standsInFor.includes(snapshot.officerId);
  return standsIn || !own || mayHandle(own, agendaId);
}

function unconfirmedView({ state, confirmUntil }: DeskCase['snapshot']): DeskPage['unconfirmed'] {
  if (confirmUntil === null || (state !== 'unconfirmed' && state !== 'lapsed')) return null;
  return { text: state === 'lapsed' ? 'lapsed' : 'waiting', date: formatDate(confirmUntil, 'weekday') };
}

const ownPath: ActionType[] = ['start', 'takeOver', 'decide', 'resume', 'settleAppeal', 'recordService', 'close'];
/** What somebody else has is first of all taken over. */
const othersPath: ActionType[] = ['takeOver', 'close'];
/** Folded away under “Další kroky”. */
const rareSteps: ActionType[] = ['extend', 'suspend', 'forward', 'discontinue', 'shelve', 'declareBias'];

function reason(step: ReasonStep): { resource: string; field: string } {
  return { resource: reasonSteps[step].resource, field: reasonField(step) };
}
