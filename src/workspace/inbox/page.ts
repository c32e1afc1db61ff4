import type { Officer } from '../../core/actor.ts';
import { type CaseState, stateLabel } from '../../core/case/states.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import { openSummary } from '../../cases/commands.ts';
import type { Deps } from '../../deps.ts';
import type { Directory } from '../directory.ts';
import { type DueView, dueView } from '../due.ts';
import { deskHref } from '../from-list.ts';
import { writeCursor } from './cursor.ts';
import { countLimit, type Inbox, type InboxRow, pageSize } from './queries.ts';
import { inboxHref, type InboxRequest } from './request.ts';
import { type Select, selects } from './selects.ts';
import { type InboxViewName, viewsOf } from './views.ts';

interface InboxPage {
  section: 'urad';
  view: InboxViewName;
  views: { name: InboxViewName; href: string; count: string; isCurrent: boolean }[];
  selects: Select[];
  rows: RowView[];
  isFiltered: boolean;
  clearHref: string;
  /** Back to the most urgent ones, from a further page. */
  firstHref: string | null;
  nextHref: string | null;
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
  /** Nobody has taken it over yet. */
  isNew: boolean;
}

type Params = Pick<Deps, 'vault' | 'now'> &
  Inbox & {
    officer: Officer;
    request: InboxRequest;
    directory: Directory;
    typed: string;
  };

/** Everything the page of an inbox shows. */
export function inboxPage({ vault, now, officer, request, rows, counts, directory, typed }: Params): InboxPage {
  const today = dayInPrague(now());
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  const from = inboxHref(request).replace('/urad?', '');
  const showsDepartment =
    request.view === 'vse' || (request.view === 'neprirazene' && officer.roles.includes('registry'));
  return {
    section: 'urad',
    view: request.view,
    views: viewsOf(officer).map(name => ({
      name,
      href: inboxHref({ ...bare, view: name }),
      count: countText(counts[name] ?? 0),
      isCurrent: name === request.view,
    })),
    selects: selects(directory, officer, request),
    rows: shown.map(row => rowView(row, { vault, today, showsDepartment, from })),
    isFiltered: Boolean(request.state || request.agenda || request.department || request.officer),
    clearHref: inboxHref({ ...bare, view: request.view }),
    firstHref: request.after ? inboxHref(request) : null,
    nextHref: last ? inboxHref(request, writeCursor(last)) : null,
    mistyped: typed,
  };
}

const bare = { state: '', agenda: '', department: '', officer: '' } as const;

function countText(count: number): string {
  return count > countLimit ? `${countLimit}+` : String(count);
}

type Shown = Pick<Deps, 'vault'> & { today: Temporal.PlainDate; showsDepartment: boolean; from: string };

function rowView(row: InboxRow, { vault, today, showsDepartment, from }: Shown): RowView {
  const { applicantName, subject } = openSummary(vault, row.id, row.summary);
  return {
    reference: row.reference,
    href: deskHref(row.reference, from),
    applicant: applicantName,
    subject,
    agenda: row.agenda,
    state: row.state,
    stateText: stateLabel(row.state),
    due: dueView({ ...row, dueOn: Temporal.PlainDate.from(row.dueOn) }, today),
    officer: row.officer,
    department: showsDepartment ? row.department : null,
    isNew: row.state === 'filed',
  };
}
