import type { Pool } from 'pg';
import type { Officer } from '../../core/actor.ts';
import type { Vault } from '../../vault/vault.ts';
import { findRows, type InboxRow } from '../inbox/queries.ts';
import type { InboxRequest } from '../inbox/request.ts';

const mostRows = 10_000;
const batch = 500;

interface Asked {
  vault: Vault;
  officer: Officer;
  request: InboxRequest;
  today: Temporal.PlainDate;
}

/** The rows of a list from its beginning, page by page, so that a long one needs no more memory than a short one. */
export async function* listedRows(pool: Pool, asked: Asked): AsyncGenerator<InboxRow[]> {
  let request: InboxRequest = { ...asked.request, pageSize: batch, from: null };
  for (let given = 0; given < mostRows; given += batch) {
    const rows = await findRows(pool, { ...asked, request });
    const page = rows.slice(0, batch);
    yield page;
    const last = page.at(-1);
    if (!last || rows.length <= batch) return;
    request = { ...request, from: { cursor: last, going: 'on' } };
  }
}
