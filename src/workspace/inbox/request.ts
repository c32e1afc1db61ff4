import { z } from 'zod';
import type { Request } from 'express';
import type { Officer } from '../../core/actor.ts';
import { queryText } from '../../web/input.ts';
import { type Cursor, readCursor } from './cursor.ts';
import { readSort, type Sort, writeSort } from './sorts.ts';
import { type StateFilter, stateFilters } from './state-filters.ts';
import { type InboxViewName, viewsOf } from './views.ts';

/** What the address of the inbox asks for; anything it names that does not exist is as if it were not there. */
export interface InboxRequest {
  view: InboxViewName;
  /** Empty: what the view is made for, mostly what waits for a decision. */
  state: StateFilter | '';
  /** Slug of an agenda, or empty. */
  agenda: string;
  /** Slug of a department, or empty; only where there are several. */
  department: string;
  /** Id of an officer, or empty; only in the view of a department. */
  officer: string;
  due: Days;
  filed: Days;
  /** Words that the cases have; empty when any will do. */
  text: string;
  sort: Sort;
  pageSize: PageSize;
  /** The row that the page begins behind or ends before. */
  from: { cursor: Cursor; going: 'on' | 'back' } | null;
}

/** YYYY-MM-DD or empty, both ends included. */
export interface Days {
  since: string;
  until: string;
}

export const pageSizes = [25, 100, 500] as const;
export type PageSize = (typeof pageSizes)[number];

const uuid = z.uuid();
const slug = z.string().regex(/^[a-z0-9-]{1,60}$/);
/** PostgreSQL's calendar has no year nought. */
const day = z.iso.date().refine(text => !text.startsWith('0000'));

/** Null for an officer who has no lists at all. */
export function readInboxRequest(req: Pick<Request, 'query'>, officer: Officer): InboxRequest | null {
  const views = viewsOf(officer);
  const [usual] = views;
  if (!usual) return null;
  const asked = queryText(req, 'pohled');
  const view = asked === 'hledani' ? asked : (views.find(name => name === asked) ?? usual);
  const state = stateFilters.find(name => name === queryText(req, 'stav')) ?? '';
  const sort = sortIn(view, queryText(req, 'razeni')) ?? usualSort({ view, state });
  return {
    view,
    state,
    agenda: slug.safeParse(queryText(req, 'agenda')).data ?? '',
    department: choosesDepartment(view, officer) ? (slug.safeParse(queryText(req, 'odbor')).data ?? '') : '',
    officer: view === 'odbor' ? (uuid.safeParse(queryText(req, 'urednik')).data ?? '') : '',
    due: { since: readDay(req, 'termin-od'), until: readDay(req, 'termin-do') },
    filed: { since: readDay(req, 'podano-od'), until: readDay(req, 'podano-do') },
    text: queryText(req, 'hledat').trim(),
    sort,
    pageSize: pageSizes.find(size => String(size) === queryText(req, 'na-strance')) ?? pageSizes[0],
    from: readFrom(req, sort),
  };
}

/** In the view of the whole office, and of a department with units. */
export function choosesDepartment(view: InboxViewName, { units }: Officer): boolean {
  return view === 'vse' || (view === 'odbor' && units.length > 0);
}

/** All there ever was is in one order, by which the newest of it is found quickly. */
function sortIn(view: InboxViewName, text: string): Sort | null {
  const sort = readSort(text);
  return view === 'hledani' && sort?.key !== 'podani' ? null : sort;
}

/** What was closed is looked for from the newest; what is to be done, from the most urgent. */
function usualSort({ view, state }: Pick<InboxRequest, 'view' | 'state'>): Sort {
  if (view === 'hledani') return { key: 'podani', descending: true };
  return { key: 'termin', descending: state === 'uzavrene' };
}

function readDay(req: Pick<Request, 'query'>, name: string): string {
  return day.safeParse(queryText(req, name)).data ?? '';
}

function readFrom(req: Pick<Request, 'query'>, sort: Sort): InboxRequest['from'] {
  const after = readCursor(sort, queryText(req, 'po'));
  if (after) return { cursor: after, going: 'on' };
  const before = readCursor(sort, queryText(req, 'pred'));
  return before && { cursor: before, going: 'back' };
}

/** The address of the beginning of the same list; `turn` leads to the page behind a row, or before it. */
export function inboxHref(request: Omit<InboxRequest, 'from'>, turn?: ['po' | 'pred', string]): string {
  const params = new URLSearchParams({ pohled: request.view });
  for (const [name, value] of Object.entries(named(request))) if (value) params.set(name, value);
  if (turn) params.set(...turn);
  return `/urad?${params.toString()}`;
}

/** What is asked for besides the view, by the names of the address; empty is what goes without saying. */
export function named(request: Omit<InboxRequest, 'from'>): Record<string, string> {
  const { state, agenda, department, officer, due, filed, text, sort, pageSize } = request;
  const order = writeSort(sort);
  return {
    agenda,
    stav: state,
    odbor: department,
    urednik: officer,
    'termin-od': due.since,
    'termin-do': due.until,
    'podano-od': filed.since,
    'podano-do': filed.until,
    hledat: text,
    razeni: order === writeSort(usualSort(request)) ? '' : order,
    'na-strance': pageSize === pageSizes[0] ? '' : String(pageSize),
  };
}

/** The same view without any choice. */
export function bare(view: InboxViewName, pageSize: PageSize = pageSizes[0]): Omit<InboxRequest, 'from'> {
  const always = { since: '', until: '' };
  const sort = usualSort({ view, state: '' });
  const all = { state: '', agenda: '', department: '', officer: '', due: always, filed: always, text: '' } as const;
  return { view, ...all, sort, pageSize };
}

/** Whether the list is anything less than the view. */
export function isFiltered({
  state,
  agenda,
  department,
  officer,
  due,
  filed,
  text,
}: Omit<InboxRequest, 'from'>): boolean {
  return [text, state, agenda, department, officer, due.since, due.until, filed.since, filed.until].some(Boolean);
}
