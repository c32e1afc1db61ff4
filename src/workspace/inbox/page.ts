import type { Officer } from '../../core/actor.ts';
import { type CaseState, stateLabel } from '../../core/case/states.ts';
import { openSummary } from '../../cases/commands.ts';
import type { Deps } from '../../deps.ts';
import type { Directory } from '../directory.ts';
import { type DueView, dueView } from '../due.ts';
import { deskHref } from '../from-list.ts';
import { type Heading, headings } from './headings.ts';
import { countLimit, type Inbox, type InboxRow } from './queries.ts';
import { bare, inboxHref, type InboxRequest, isFiltered, named } from './request.ts';
import { type Select, selects } from './selects.ts';
import { type Turns, turns } from './turns.ts';
import { type InboxViewName, viewsOf } from './views.ts';

interface InboxPage extends Turns {
  section: 'urad';
  view: InboxViewName;
  views: { name: InboxViewName; href: string; count: string; isCurrent: boolean }[];
  selects: Select[];
  /** Something rarer than the lists of the filter is chosen. */
  opensMore: boolean;
  /** What the address says now, by its names. */
  chosen: Record<string, string>;
  headings: Heading[];
  rows: RowView[];
  isFiltered: boolean;
  clearHref: string;
  /** This very page. */
  here: string;
  /** What was typed to open a case directly and is no reference. */
  mistyped: string;
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
}

type Params = Pick<Deps, 'vault'> & {
  today: Temporal.PlainDate;
  officer: Officer;
  request: InboxRequest;
  inbox: Inbox;
  directory: Directory;
  typed: string;
};

/** Everything the page of an inbox shows. */
export function inboxPage({ vault, today, officer, request, inbox, directory, typed }: Params): InboxPage {
  const showsDepartment = request.view === 'vse' || request.view === 'sledovane' || officer.roles.includes('registry');
  const page = turns(request, inbox);
  const from = inboxHref(request).replace('/urad?', '');
  return {
    section: 'urad',
    view: request.view,
    views: viewsOf(officer).map(name => ({
      name,
      href: inboxHref(bare(name, request.pageSize)),
      count: countText(inbox.counts[name] ?? 0),
      isCurrent: name === request.view,
    })),
    selects: selects(directory, officer, request),
    opensMore: hasRareChoice(request),
    chosen: named(request),
    headings: headings(request),
    rows: inbox.rows.map(row => rowView(row, { vault, today, showsDepartment, from })),
    isFiltered: isFiltered(request),
    clearHref: inboxHref(bare(request.view, request.pageSize)),
    ...page,
    mistyped: typed,
  };
}

function hasRareChoice(request: InboxRequest): boolean {
  const { due, filed } = request;
  return [due.since, due.until, filed.since, filed.until, named(request).razeni].some(Boolean);
}

function countText(count: number): string {
  return count > countLimit ? `${countLimit}+` : String(count);
}

type Shown = Pick<Deps, 'vault'> & { today: Temporal.PlainDate; showsDepartment: boolean; from: string };

function rowView(row: InboxRow, { vault, today, showsDepartment, from }: Shown): RowView {
  const { applicantName, subject } = openSummary(vault, row.id, row.summary);
  const { reference, agenda, state, officer, isNew, isWatched } = row;
  return {
    ...{ reference, agenda, state, officer, isNew, isWatched },
    href: deskHref(reference, from),
    applicant: applicantName,
    subject,
    stateText: stateLabel(state),
    due: dueView({ ...row, dueOn: Temporal.PlainDate.from(row.dueOn) }, today),
    department: showsDepartment ? row.department : null,
  };
}
