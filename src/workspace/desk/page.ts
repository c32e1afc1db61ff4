import type { Officer } from '../../core/actor.ts';
import type { ActionType } from '../../core/case/actions.ts';
import { mayHandle } from '../../core/case/assignable.ts';
import { dueOn } from '../../core/case/clock.ts';
import { explainClock } from '../../core/case/clock-words.ts';
import { awayWords } from '../../core/case/deputies.ts';
import type { CaseEvent } from '../../core/case/events.ts';
import { allowedActions } from '../../core/case/lifecycle.ts';
import { type CaseState, isOpen, type Outcome, outcomeLabel, outcomes, stateLabel } from '../../core/case/states.ts';
import { dayInPrague, formatDate } from '../../core/czech/format.ts';
import { feeLines } from '../../core/form/fee-lines.ts';
import type { FrozenAnswer } from '../../core/form/freeze-content.ts';
import { rowTable, type RowTable } from '../../core/form/row-table.ts';
import type { FormError } from '../../web/input.ts';
import type { Directory, DirectoryOfficer } from '../directory.ts';
import { type DueView, dueView } from '../due.ts';
import type { DeskCase } from './find.ts';
import { type HistoryEntry, historyEntry } from './history.ts';
import { type DeskLetter, deskLetters } from './letters.ts';

/** What the officer typed in a form that was not accepted, by the name of the input. */
export type Typed = Record<string, string>;

/** Why the desk is shown again after a form was sent. */
export interface Attempt {
  /** The form to keep open, with what was typed. */
  form: DeskForm;
  typed: Typed;
  errors: FormError[];
  /** What others did meanwhile; the form was made before it. */
  meanwhile: CaseEvent[];
}

export type DeskForm = ActionType | 'note';

interface DeskPage {
  section: 'urad';
  title: string;
  titleContext: string;
  crumbs: { text: string; href: string }[];
  errors: FormError[];
  /** The same by the input they are shown at. */
  problems: Record<string, string>;
  /** Where the forms of this case go. */
  base: string;
  version: number;
  reference: string;
  agenda: string;
  subject: string;
  applicant: DeskCase['submission']['applicant'] & { phoneText: string | null };
  isApplicantMailLost: boolean;
  state: CaseState;
  stateText: string;
  outcomeText: string | null;
  filedAt: Temporal.Instant;
  due: (DueView & { date: string; explanation: string[] }) | null;
  department: DeskCase['department'];
  officer: DeskCase['officer'];
  isMine: boolean;
  /** That the officer is away, and who stands in. */
  awayText: string | null;
  steps: { title: string; answers: (Pick<FrozenAnswer, 'label' | 'lines'> & { table?: RowTable })[] }[];
  /** What the filing costs, and what the applicant was told to bring. */
  fee: string[];
  bring: string[];
  attachments: DeskCase['submission']['attachments'];
  /** The newest first. */
  history: HistoryEntry[];
  notes: DeskCase['notes'];
  can: Partial<Record<ActionType, boolean>>;
  /** The step to take next; the others are quieter. */
  next: ActionType | undefined;
  assignees: { name: string; options: { value: string; text: string; isChosen: boolean; isAway?: boolean }[] }[];
  outcomes: { value: Outcome; text: string; isChosen: boolean }[];
  /** What a decision can begin with. */
  letters: DeskLetter[];
  openForm: DeskForm | null;
  typed: Typed;
  meanwhile: HistoryEntry[];
  /** What was typed in a form the case has no more use for, so that nobody loses it. */
  leftover: string[];
}

interface Params {
  officer: Officer;
  found: DeskCase;
  directory: Directory;
  now: Temporal.Instant;
  attempt?: Attempt | undefined;
  /** The letter to begin a decision with; one that the case has not is nothing. */
  letterId?: string | undefined;
}

/** Everything the desk of one case shows. */
export function deskPage({ officer, found, directory, now, attempt, letterId }: Params): DeskPage {
  const { snapshot, submission, reference } = found;
  const { applicant } = submission;
  const actions = allowedActions(snapshot, officer);
  const letters = actions.includes('decide') ? deskLetters(found) : [];
  const letter = letters.find(({ id }) => id === letterId);
  const isHere = worksAt(officer, snapshot.officerId);
  const officers = directory.departments.flatMap(department => department.officers);
  const names = { applicant: applicant.name, officers: new Map(officers.map(({ id, name }) => [id, name])) };
  const away = officers.find(({ id }) => id === snapshot.officerId)?.away;
  const typed: Typed = attempt?.typed ?? (letter ? { oduvodneni: letter.text } : {});
  return {
    section: 'urad',
    title: `${found.agenda} – ${applicant.name}`,
    titleContext: reference,
    crumbs: [{ text: 'Pracoviště', href: '/urad' }],
    errors: attempt?.errors ?? [],
    problems: Object.fromEntries((attempt?.errors ?? []).map(({ field, message }) => [field, message])),
    base: `/urad/pripady/${reference}`,
    version: snapshot.version,
    reference,
    agenda: found.agenda,
    subject: found.subject,
    applicant: { ...applicant, phoneText: phoneText(submission) },
    isApplicantMailLost: found.isApplicantMailLost,
    state: snapshot.state,
    stateText: stateLabel(snapshot.state),
    outcomeText: snapshot.outcome && outcomeLabel(snapshot.outcome),
    filedAt: found.filedAt,
    due: isOpen(snapshot.state) ? clockView(found, now) : null,
    department: found.department,
    officer: found.officer,
    isMine: snapshot.officerId === officer.officerId,
    awayText: away ? awayWords(away) : null,
    steps: submission.steps.map(({ title, answers }) => ({ title, answers: answers.map(answerView) })),
    fee: submission.fee ? feeLines(submission.fee) : [],
    bring: submission.bring ?? [],
    attachments: submission.attachments,
    history: found.events.map(event => historyEntry(event, names)).reverse(),
    notes: found.notes,
    can: Object.fromEntries(actions.map(action => [action, true])),
    next: (isHere ? ownPath : othersPath).find(action => actions.includes(action)),
    assignees: actions.includes('assign') ? assignees(directory, { agendaId: found.agendaId, chosen: typed.komu }) : [],
    outcomes: outcomes.map(value => ({ value, text: outcomeLabel(value), isChosen: value === typed.vysledek })),
    letters,
    openForm: attempt?.form ?? (letter ? 'decide' : null),
    typed,
    meanwhile: (attempt?.meanwhile ?? []).map(event => historyEntry(event, names)),
    leftover: leftover(actions, attempt),
  };
}

function answerView({ label, lines, rows }: FrozenAnswer): DeskPage['steps'][number]['answers'][number] {
  return { label, lines, ...(rows && { table: rowTable(rows) }) };
}

/** The phone as it is written out among the answers. */
function phoneText({ steps, applicant: { phone } }: DeskCase['submission']): string | null {
  const answers = steps.flatMap(step => step.answers);
  return answers.find(({ type, value }) => type === 'phone' && value === phone)?.lines[0] ?? phone;
}

/** Has the case, or stands in for whoever has it. */
function worksAt({ officerId, standsInFor }: Officer, holderId: string | null): boolean {
  return holderId !== null && [officerId, ...standsInFor].includes(holderId);
}

/** The way of a case through the hands of one officer. */
const ownPath: ActionType[] = ['start', 'takeOver', 'decide', 'close'];
/** What somebody else has is first of all taken over. */
const othersPath: ActionType[] = ['takeOver', 'close'];

function clockView({ filedAt, snapshot, events }: DeskCase, now: Temporal.Instant): DeskPage['due'] {
  const { clock, agenda, state } = snapshot;
  const due = dueOn(clock);
  return {
    ...dueView({ state, dueOn: due, isStopped: clock.stoppedOn !== null }, dayInPrague(now)),
    date: clock.stoppedOn ? '' : formatDate(due, 'weekday'),
    explanation: explainClock({ clock: agenda.clock, filedOn: dayInPrague(filedAt), events }),
  };
}

function leftover(actions: ActionType[], attempt: Attempt | undefined): string[] {
  if (!attempt || attempt.form === 'note' || actions.includes(attempt.form)) return [];
  const { oduvodneni, duvod, zaver } = attempt.typed;
  return [oduvodneni, duvod, zaver].filter(text => text !== undefined).filter(text => text !== '');
}

interface Offer {
  agendaId: string;
  chosen: string | undefined;
}

/** One list for both: a department as a whole, or one of its officers who may handle the agenda. Who is away is named, not offered. */
function assignees({ departments }: Directory, { agendaId, chosen }: Offer): DeskPage['assignees'] {
  const option = (value: string, text: string) => ({ value, text, isChosen: value === chosen });
  const officerOption = ({ id, name, jobTitle, away }: DirectoryOfficer) => ({
    ...option(`urednik:${id}`, `${name}, ${away ? awayWords(away) : jobTitle}`),
    isAway: away !== null,
  });
  return departments.map(({ id, name, path, officers }) => ({
    name: path,
    options: [
      option(`odbor:${id}`, `${name} – kdokoli z\u00a0odboru`),
      ...officers.filter(officer => mayHandle(officer, agendaId)).map(officerOption),
    ],
  }));
}
