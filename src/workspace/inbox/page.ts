import type { Officer } from '../../core/actor.ts';
import { type CaseState, stateLabel } from '../../core/case/states.ts';
import { may } from '../../core/office/rights.ts';
import { openSummary } from '../../cases/commands.ts';
import type { Deps } from '../../deps.ts';
import type { FormError } from '../../web/input.ts';
import type { Directory } from '../directory.ts';
import { type DueView, dueView } from '../due.ts';
import { deskHref } from '../from-list.ts';
import { type BulkAttempt, type BulkView, bulkView } from './bulk-view.ts';
import { type Heading, headings, showsOfficer } from './headings.ts';
import { countLimit, type Inbox, type InboxRow } from './queries.ts';
import { bare, inboxHref, type InboxRequest, isFiltered, named } from './request.ts';
import { type SavedLink, savedLinks } from './saved/links.ts';
import { type Select, selects } from './selects.ts';
import { type Turns, turns } from './turns.ts';
import { type InboxViewName, type ListName, viewsOf } from './views.ts';

interface InboxPage extends Turns {
  section: 'urad';
  view: InboxViewName;
  views: { name: ListName; href: string; count: string; isCurrent: boolean }[];
  /** What else waits for the officer; of approvals a head alone has a list. */
  waiting: { tasks: string; approvals: string | null; mentions: string };
  selects: Select[];
  /** Something rarer than the lists of the filter is chosen. */
  opensMore: boolean;
  /** What the address says now, by its names. */
  chosen: Record<string, string>;
  headings: Heading[];
  showsOfficer: boolean;
  rows: RowView[];
  isFiltered: boolean;
  clearHref: string;
  /** This very page. */
  here: string;
  /** The list as a file for a spreadsheet. */
  exports: { csv: string; xlsx: string };
  saved: SavedLink[];
  /** The one that is shown. */
  savedHere: SavedLink | undefined;
  /** Where a name for this list is sent. */
  saveHref: string;
  /** The name that was typed, and what is wrong with it. */
  savedName: string;
  savedProblem: string | null;
  bulk: BulkView;
  errors: FormError[];
  /** What is looked for is a reference with a mistake. */
  isMistyped: boolean;
}

/** A name for the list that was not accepted. */
export interface Saving {
  name: string;
  errors: FormError[];
}

interface RowView {
  reference: string;
  href: string;
  applicant: string;
  subject: string;
  agenda: string;
  state: CaseState;
  stateText: string;
  due: DueView;
  officer: string | null;
  /** Null in a list of one department, where it would say the same in every row. */
  department: string | null;
  isNew: boolean;
  isWatched: boolean;
  /** Its name among the ticked ones: in the version that is shown. */
  box: string;
  isTicked: boolean;
}

type Params = Pick<Deps, 'vault'> & {
  today: Temporal.PlainDate;
  officer: Officer;
  request: InboxRequest;
  inbox: Inbox;
  directory: Directory;
  saving?: Saving | undefined;
  bulk?: BulkAttempt | undefined;
};

/** Everything the page of an inbox shows. */
export function inboxPage({ vault, today, officer, request, inbox, directory, saving, bulk }: Params): InboxPage {
  const showsDepartment =
    ['vse', 'sledovane', 'hledani'].includes(request.view) || may(officer, 'routeCases') || officer.units.length > 0;
  const list = inboxHref(request);
  const from = list.replace('/urad?', '');
  const page = turns(request, inbox);
  const bulkPart = bulkView(directory, page.here, bulk);
  const saved = savedLinks(vault, inbox.saved, list);
  return {
    section: 'urad',
    view: request.view,
    views: viewsOf(officer).map(name => ({
      name,
      href: inboxHref(bare(name, request.pageSize)),
      count: countText(inbox.counts[name] ?? 0),
      isCurrent: name === request.view,
    })),
    waiting: {
      tasks: countText(inbox.waiting.tasks),
      approvals: officer.roles.includes('head') ? countText(inbox.waiting.approvals) : null,
      mentions: countText(inbox.waiting.mentions),
    },
    selects: selects(directory, officer, request),
    opensMore: hasRareChoice(request),
    chosen: named(request),
    headings: headings(request),
    showsOfficer: showsOfficer(request),
    rows: inbox.rows.map(row => rowView(row, { vault, today, showsDepartment, from, ticked: bulkPart.ticked })),
    isFiltered: isFiltered(request),
    clearHref: inboxHref(bare(request.view, request.pageSize)),
    ...page,
    saved,
    savedHere: saved.find(({ isCurrent }) => isCurrent),
    exports: { csv: list.replace('/urad?', '/urad/export.csv?'), xlsx: list.replace('/urad?', '/urad/export.xlsx?') },
    saveHref: list.replace('/urad?', '/urad/pohledy?'),
    savedName: saving?.name ?? '',
    savedProblem: saving?.errors[0]?.message ?? null,
    bulk: bulkPart,
    errors: saving?.errors ?? bulk?.errors ?? [],
    isMistyped: /^[a-z]{2}\d{2}-?\d{5,9}-?[a-z]$/i.test(request.text),
  };
}

function hasRareChoice(request: InboxRequest): boolean {
  const { view, due, filed } = request;
  // What is looked for everywhere is in sight beside the lists.
  const text = view === 'hledani' ? '' : request.text;
  return [text, due.since, due.until, filed.since, filed.until, named(request).razeni].some(Boolean);
}

function countText(count: number): string {
  return count > countLimit ? `${countLimit}+` : String(count);
}

type Shown = Pick<Deps, 'vault'> & {
  today: Temporal.PlainDate;
  showsDepartment: boolean;
  from: string;
  ticked: string[];
};

function rowView(row: InboxRow, { vault, today, showsDepartment, from, ticked }: Shown): RowView {
  const { applicantName, subject } = openSummary(vault, row.id, row.summary);
  const { reference, agenda, state, officer, isNew, isWatched } = row;
  return {
    ...{ reference, agenda, state, officer, isNew, isWatched },
    href: deskHref(reference, from),
    box: `${reference}.${row.version}`,
    isTicked: ticked.includes(reference),
    applicant: applicantName,
    subject,
    stateText: stateLabel(state),
    due: dueView({ ...row, dueOn: Temporal.PlainDate.from(row.dueOn) }, today),
    department: showsDepartment ? row.department : null,
  };
}
