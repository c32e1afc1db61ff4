import { z } from 'zod';
import type { Request } from 'express';
import type { Officer } from '../../core/actor.ts';
import { queryText } from '../../web/input.ts';
import { type Cursor, readCursor } from './cursor.ts';
import { type InboxViewName, viewsOf } from './views.ts';

/** What the address of the inbox asks for; anything it names that does not exist is as if it were not there. */
export interface InboxRequest {
  view: InboxViewName;
  /** Empty: what waits for a decision. */
  state: StateFilter | '';
  /** Slug of an agenda, or empty. */
  agenda: string;
  /** Slug of a department, or empty; only in the view of the whole office. */
  department: string;
  /** Id of an officer, or empty. */
  officer: string;
  after: Cursor | null;
}

export const stateFilters = ['podane', 'prevzate', 'rozpracovane', 'vyrizene', 'uzavrene'] as const;
export type StateFilter = (typeof stateFilters)[number];

const uuid = z.uuid();
const slug = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** Null for an officer who has no lists at all. */
export function readInboxRequest(req: Pick<Request, 'query'>, officer: Officer): InboxRequest | null {
  const views = viewsOf(officer);
  const view = views.find(name => name === queryText(req, 'pohled')) ?? views[0];
  if (!view) return null;
  return {
    view,
    state: stateFilters.find(name => name === queryText(req, 'stav')) ?? '',
    agenda: slug.safeParse(queryText(req, 'agenda')).data ?? '',
    department: view === 'vse' ? (slug.safeParse(queryText(req, 'odbor')).data ?? '') : '',
    officer: view === 'odbor' ? (uuid.safeParse(queryText(req, 'urednik')).data ?? '') : '',
    after: readCursor(queryText(req, 'po')),
  };
}

/** The address of the same list; `after` leads on, null back to its beginning. */
export function inboxHref(request: Omit<InboxRequest, 'after'>, after: string | null = null): string {
  const params = new URLSearchParams({ pohled: request.view });
  if (request.agenda) params.set('agenda', request.agenda);
  if (request.state) params.set('stav', request.state);
  if (request.department) params.set('odbor', request.department);
  if (request.officer) params.set('urednik', request.officer);
  if (after) params.set('po', after);
  return `/urad?${params.toString()}`;
}
