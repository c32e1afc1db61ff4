import type { RequestHandler } from 'express';
import { recordAudit } from '../../audit/record.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { readInboxRequest } from '../inbox/request.ts';
import { officerOf } from '../../web/officer-of.ts';
import { listedRows } from './rows.ts';
import { type Format, sendFile } from './send.ts';

type ExportDeps = Pick<Deps, 'db' | 'pool' | 'vault' | 'now'>;

/** GET /urad/export.csv?… and .xlsx: what the list of that address shows, at most ten thousand rows. Who took it is known. */
export function exportList({ db, pool, vault, now }: ExportDeps, format: Format): RequestHandler {
  return async (req, res) => {
    const officer = officerOf(req);
    const request = readInboxRequest(req, officer);
    if (!request) throw new NotFound();
    const at = now();
    const today = dayInPrague(at);
    const subject = `officer/${officer.officerId}`;
    const details = { view: request.view, format };
    await recordAudit(db, { actor: officer, at, action: 'listExported', subject, details });
    await sendFile(res, { vault, format, today, rows: listedRows(pool, { vault, officer, request, today }) });
  };
}
