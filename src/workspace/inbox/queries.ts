import type { Pool } from 'pg';
import { departmentsOf, type Officer } from '../../core/actor.ts';
import type { CaseState } from '../../core/case/states.ts';
import { planned, prepared } from '../../database/prepared.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Vault } from '../../vault/vault.ts';
import { visibleCases } from '../scope.ts';
import { answerable } from '../tasks/answerable.ts';
import { unreadMentions } from '../unread-mentions.ts';
import { beyond, conditionsOf, marksOf, orderOf } from './conditions.ts';
import { firstOf } from './first-of.ts';
import { bare, type InboxRequest } from './request.ts';
import { isCommon } from './common-words.ts';
import { allWords, casesWithWords } from './search-condition.ts';
import { scopeMarks } from './search-scope.ts';
import { searchWindows } from './search-windows.ts';
import { orderings } from './sorts.ts';
import { inView, usualStates } from './view-conditions.ts';
import { type ListName, viewsOf } from './views.ts';

/** More is shown as "500+": a list that long is read by its beginning, and counting on would cost with its length. */
export const countLimit = 500;

export interface InboxRow {
  id: string;
  reference: string;
  state: CaseState;
  /** YYYY-MM-DD. */
  dueOn: string;
  isStopped: boolean;
  version: number;
  /** Sealed { applicantName, subject }. */
  summary: Uint8Array;
  agenda: string;
  officer: string | null;
  department: string;
  /** What the list is ordered by, as the address of the next page takes it. */
  key: string;
  /** Something happened since this officer last had it on the desk, or they never had. */
  isNew: boolean;
  isWatched: boolean;
}

/** How many cases there are in each list, counted up to the limit. */
type InboxCounts = Partial<Record<ListName, number>>;

/** A list the officer has saved; sealed. */
export interface SavedRow {
  id: string;
  content: string;
}

/** What else waits for the officer, counted up to the limit. */
interface Waiting {
  /** Asked by other departments. */
  tasks: number;
  /** Letters that want the head's approval. */
  approvals: number;
  /** Notes meant for the officer that they have not read. */
  mentions: number;
}

type Listed = InboxCounts & Waiting & { saved: SavedRow[] | null };

export interface Inbox {
  counts: InboxCounts;
  waiting: Waiting;
  saved: SavedRow[];
  rows: InboxRow[];
  hasNext: boolean;
  hasPrevious: boolean;
}

type Params = { vault: Vault; officer: Officer; request: InboxRequest; today: Temporal.PlainDate };

/** The page and the counts by one statement. Each list is cut off before it is joined, so its length costs nothing. */
export async function findInbox(pool: Pool, params: Params): Promise<Inbox> {
  const { request } = params;
  if (request.text) return findWithWords(pool, params);
  const isReversed = request.from?.going === 'back';
  const found = await prepared<Listed & (InboxRow | { id: null })>(
    pool,
    Prisma.sql`
    SELECT n.*, ${columns(params)}
    FROM (${listed(params)}) n
    LEFT JOIN ${page(params)} c ON TRUE ${joined(params.officer)}
    ORDER BY ${orderOf(params, isReversed)}`,
  );
  const rows = found.filter(row => row.id !== null);
  return inboxOf(request, rows, found[0]);
}

/** Rows that are looked for by their words are planned for by these; the counts beside them are not. */
async function findWithWords(pool: Pool, params: Params): Promise<Inbox> {
  const [rows, [counts]] = await Promise.all([findRows(pool, params), prepared<Listed>(pool, listed(params))]);
  return inboxOf(params.request, rows, counts);
}

function inboxOf(
  { pageSize, from }: InboxRequest,
  rows: InboxRow[],
  { saved = null, tasks = 0, approvals = 0, mentions = 0, ...counts }: Partial<Listed> = {},
): Inbox {
  const shown = rows.slice(0, pageSize);
  const goesOn = rows.length > shown.length;
  const beside = { counts, waiting: { tasks, approvals, mentions }, saved: saved ?? [] };
  return from?.going === 'back'
    ? { ...beside, rows: shown.reverse(), hasNext: true, hasPrevious: goesOn }
    : { ...beside, rows: shown, hasNext: goesOn, hasPrevious: from !== null };
}

/** The page alone, in the order it is read; one row more than asked for says that there are others behind it. */
export async function findRows(pool: Pool, params: Params): Promise<InboxRow[]> {
  const { officer, request, today } = params;
  if (!request.text) return findPage(pool, params, page(params));
  if (request.view !== 'hledani') return findInList(pool, params);
  const marks = await scopeMarks(pool, officer);
  for (const window of searchWindows(request, today)) {
    const rows = await findPage(pool, params, searchPage(params, window ? [...marks, window] : marks));
    if (rows.length > request.pageSize || window === null) return rows;
  }
  return [];
}

/** A list is walked for words that many cases have; of words that few have, all cases are found by the index. */
async function findInList(pool: Pool, params: Params): Promise<InboxRow[]> {
  const { vault, request } = params;
  if (await isCommon(pool, vault, request.text)) {
    const rows = await findPage(pool, params, walkedPage(params));
    if (rows.length > request.pageSize) return rows;
  }
  return findPage(pool, params, searchPage(params, marksOf(request, params.officer)));
}

/** Cases by their references, in the order of the list; of those the officer does not see, none. */
export function findChosen(pool: Pool, params: Params, references: string[]): Promise<InboxRow[]> {
  const chosen = Prisma.sql`c.reference = ANY(${references})`;
  return findPage(
    pool,
    params,
    Prisma.sql`(SELECT c.* FROM "case" c WHERE ${visibleCases(params.officer)} AND ${chosen})`,
  );
}

function findPage(pool: Pool, params: Params, source: Prisma.Sql): Promise<InboxRow[]> {
  const { officer, request } = params;
  const order = orderOf(params, request.from?.going === 'back');
  const ask = request.text ? planned : prepared;
  return ask<InboxRow>(
    pool,
    Prisma.sql`SELECT ${columns(params)} FROM ${source} c ${joined(officer)} ORDER BY ${order}`,
  );
}

function columns({ request }: Params): Prisma.Sql {
  return Prisma.sql`c.id, c.reference, c.state::text AS state, c.due_on::text AS "dueOn",
    c.clock_stopped_on IS NOT NULL AS "isStopped", c.version, c.summary, ${orderings[request.sort.key].text} AS key,
    v.title AS agenda, a.name AS officer, d.name AS department,
    (s.seen_at IS NULL OR c.changed_at > s.seen_at) AS "isNew", w.at IS NOT NULL AS "isWatched"`;
}

function page(params: Params, size: number = params.request.pageSize): Prisma.Sql {
  const { request } = params;
  const isReversed = request.from?.going === 'back';
  const limit = oneMore(size);
  const where = (department?: Prisma.Sql): Prisma.Sql =>
    Prisma.sql`${conditionsOf({ ...params, department })} AND ${beyond(request)}`;
  const first = firstOf({ ...params, isReversed }, { columns: Prisma.sql`c.*`, where, limit });
  return Prisma.sql`(SELECT c.* FROM ${first} c ORDER BY ${orderOf(params, isReversed)} LIMIT ${limit})`;
}

/** So far a list is walked for common words: a page is full long before, unless they are rare in this very list. */
const walked = 1000;

function walkedPage(params: Params): Prisma.Sql {
  const { vault, request } = params;
  const { text } = request;
  const list = page({ ...params, request: { ...request, text: '' } }, walked);
  const order = orderOf(params, request.from?.going === 'back');
  return Prisma.sql`(
    SELECT c.* FROM ${list} c
    CROSS JOIN LATERAL (SELECT FROM case_search x WHERE x.case_id = c.id AND ${allWords(vault, text)} OFFSET 0) hit
    ORDER BY ${order} LIMIT ${oneMore(request.pageSize)}
  )`;
}

function searchPage(params: Params, marks: string[][]): Prisma.Sql {
  const { vault, request } = params;
  const { text } = request;
  const conditions = conditionsOf({ ...params, request: { ...request, text: '' } });
  const order = orderOf(params, request.from?.going === 'back');
  return Prisma.sql`(
    SELECT c.* FROM ${casesWithWords(vault, { text, marks })} WHERE ${conditions} AND ${beyond(request)}
    ORDER BY ${order} LIMIT ${oneMore(request.pageSize)}
  )`;
}

function joined({ officerId }: Officer): Prisma.Sql {
  return Prisma.sql`
    LEFT JOIN case_visit s ON s.case_id = c.id AND s.officer_id = ${officerId}::uuid
    LEFT JOIN case_watch w ON w.case_id = c.id AND w.officer_id = ${officerId}::uuid
    LEFT JOIN agenda_version v ON v.id = c.agenda_version_id
    LEFT JOIN department d ON d.id = c.department_id
    LEFT JOIN officer o ON o.id = c.officer_id
    LEFT JOIN account a ON a.id = o.account_id`;
}

/** Everything that stands beside the page. */
function listed(params: Params): Prisma.Sql {
  const { officer } = params;
  const counts = viewsOf(officer).map(view => count(view, params));
  const others = [savedViews(officer), waitingTasks(officer), waitingLetters(officer), waitingMentions(officer)];
  return Prisma.sql`SELECT ${Prisma.join([...others, ...counts])}`;
}

function savedViews({ officerId }: Officer): Prisma.Sql {
  return Prisma.sql`(
    SELECT json_agg(json_build_object('id', id, 'content', encode(content, 'base64')) ORDER BY id)
    FROM inbox_view WHERE officer_id = ${officerId}::uuid
  ) AS saved`;
}

function waitingTasks(officer: Officer): Prisma.Sql {
  const open = Prisma.sql`SELECT FROM case_task t WHERE ${answerable(officer)} LIMIT ${oneMore(countLimit)}`;
  return Prisma.sql`(SELECT count(*)::int FROM (${open}) open) AS tasks`;
}

function waitingLetters(officer: Officer): Prisma.Sql {
  if (!officer.roles.includes('head')) return Prisma.sql`0 AS approvals`;
  const sent = Prisma.sql`SELECT FROM case_letter l JOIN "case" c ON c.id = l.case_id
    WHERE l.state = 'forApproval' AND c.department_id = ANY(${departmentsOf(officer)}::uuid[])
      AND c.applicant_id IS DISTINCT FROM ${officer.accountId}::uuid AND NOT c.trial LIMIT ${oneMore(countLimit)}`;
  return Prisma.sql`(SELECT count(*)::int FROM (${sent}) sent) AS approvals`;
}

function waitingMentions(officer: Officer): Prisma.Sql {
  const unread = Prisma.sql`SELECT ${unreadMentions(officer)} LIMIT ${oneMore(countLimit)}`;
  return Prisma.sql`(SELECT count(*)::int FROM (${unread}) unread) AS mentions`;
}

/** In the order of its index, so that nothing else is walked to reach the limit. */
function count(view: ListName, params: Params): Prisma.Sql {
  const { officer } = params;
  const limit = oneMore(countLimit);
  const where = (department?: Prisma.Sql): Prisma.Sql =>
    Prisma.sql`${inView(view, { ...params, department })} AND ${usualStates(view)}`;
  const first = firstOf({ officer, request: bare(view), isReversed: false }, { columns: Prisma.empty, where, limit });
  return Prisma.sql`(
    SELECT count(*)::int FROM (SELECT FROM ${first} c LIMIT ${limit}) listed
  ) AS ${Prisma.raw(`"${view}"`)}`;
}

/** Written into the statement, so that PostgreSQL plans for so many rows. */
function oneMore(limit: number): Prisma.Sql {
  return Prisma.raw(String(limit + 1));
}
