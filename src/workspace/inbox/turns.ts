import { writeCursor } from './cursor.ts';
import type { Inbox, InboxRow } from './queries.ts';
import { inboxHref, type InboxRequest } from './request.ts';

/** Where the pages of a list lead. */
export interface Turns {
  /** This very page. */
  here: string;
  /** Back to the beginning, from a further page. */
  firstHref: string | null;
  previousHref: string | null;
  nextHref: string | null;
}

/** A page knows its neighbours by its own first and last row. */
export function turns(request: InboxRequest, { rows, hasNext, hasPrevious }: Inbox): Turns {
  const { from, sort } = request;
  const turn = (name: 'po' | 'pred', row: InboxRow | undefined): string | null =>
    row ? inboxHref(request, [name, writeCursor(sort, row)]) : null;
  return {
    here: pageHref(request),
    firstHref: from ? inboxHref(request) : null,
    previousHref: hasPrevious ? turn('pred', rows[0]) : null,
    nextHref: hasNext ? turn('po', rows.at(-1)) : null,
  };
}

/** The address of the very page that is asked for. */
export function pageHref(request: InboxRequest): string {
  const { from, sort } = request;
  return inboxHref(request, from ? [from.going === 'on' ? 'po' : 'pred', writeCursor(sort, from.cursor)] : undefined);
}
