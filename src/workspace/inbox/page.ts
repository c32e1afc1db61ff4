import type { Officer } from '../../core/actor.ts';
import { type CaseState, stateLabel } from '../../core/case/states.ts';
import { dayInPrague, formatDate } from '../../core/czech/format.ts';
import { openSummary } from '../../cases/commands.ts';
import type { Deps } from '../../deps.ts';
import type { Directory } from '../directory.ts';
import { type DueView, dueView } from '../due.ts';
import { writeCursor } from './cursor.ts';
import { countLimit, type Inbox, type InboxRow, pageSize } from './queries.ts';
import { inboxHref, type InboxRequest, type StateFilter, stateFilters } from './request.ts';
import { type InboxViewName, viewsOf } from './views.ts';

interface InboxPage {
  section: 'urad';
  view: InboxViewName;
  state: StateFilter | '';
  states: readonly StateFilter[];
  views: { name: InboxViewName; href: string; count: string; isCurrent: boolean }[];
  agendas: Option[];
  departments: Option[];
  officers: Option[];
  /** Whether the rows name the department; within one department they do not. */
  showsDepartment: boolean;
  rows: RowView[];
  isFiltered: boolean;
  clearHref: string;
  /** Back to the most urgent ones, from a further page. */
  firstHref: string | null;
  nextHref: string | null;
  /** What was typed to open a case directly and is no reference. */
  mistyped: string;
}

interface Option {
  value: string;
  text: string;
  isChosen: boolean;
}

interface RowView {
  reference: string;
  applicant: string;
  subject: string;
  agenda: string;
  state: CaseState;
  stateText: string;
  due: DueView;
  /** The day itself, in numbers. */
  dueText: string;
  officer: string | null;
  department: string;
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
  const bare = { view: request.view, state: '', agenda: '', department: '', officer: '' } as const;
  return {
    section: 'urad',
    view: request.view,
    state: request.state,
    states: stateFilters,
    views: viewsOf(officer).map(name => ({
      name,
      href: inboxHref({ ...bare, view: name }),
      count: countText(counts[name] ?? 0),
      isCurrent: name === request.view,
    })),
    ...options(directory, officer, request),
    showsDepartment: request.view === 'vse' || (request.view === 'neprirazene' && officer.roles.includes('registry')),
    rows: shown.map(row => rowView(row, vault, today)),
    isFiltered: Boolean(request.state || request.agenda || request.department || request.officer),
    clearHref: inboxHref(bare),
    firstHref: request.after ? inboxHref(request) : null,
    nextHref: last ? inboxHref(request, writeCursor(last)) : null,
    mistyped: typed,
  };
}

function countText(count: number): string {
  return count > countLimit ? `${countLimit}+` : String(count);
}

function rowView(row: InboxRow, vault: Deps['vault'], today: Temporal.PlainDate): RowView {
  const { applicantName, subject } = openSummary(vault, row.id, row.summary);
  const dueOn = Temporal.PlainDate.from(row.dueOn);
  return {
    reference: row.reference,
    applicant: applicantName,
    subject,
    agenda: row.agenda,
    state: row.state,
    stateText: stateLabel(row.state),
    due: dueView(row.state, dueOn, today),
    dueText: formatDate(dueOn, 'numeric'),
    officer: row.officer,
    department: row.department,
    isNew: row.state === 'filed',
  };
}

/** Departments are chosen in the view of the whole office, officers in the view of a department. */
function options(
  { agendas, departments }: Directory,
  officer: Officer,
  request: InboxRequest,
): Pick<InboxPage, 'agendas' | 'departments' | 'officers'> {
  const colleagues = departments.find(({ id }) => id === officer.departmentId)?.officers ?? [];
  const option = (value: string, text: string, chosen: string): Option => ({ value, text, isChosen: value === chosen });
  return {
    agendas: agendas.map(({ slug, title }) => option(slug, title, request.agenda)),
    departments:
      request.view === 'vse' ? departments.map(({ slug, name }) => option(slug, name, request.department)) : [],
    officers: request.view === 'odbor' ? colleagues.map(({ id, name }) => option(id, name, request.officer)) : [],
  };
}
