import type { Response } from 'express';
import { recordAudit } from '../../audit/record.ts';
import type { Officer } from '../../core/actor.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Deps } from '../../deps.ts';
import { findChosen } from '../inbox/queries.ts';
import type { InboxRequest } from '../inbox/request.ts';
import { type Format, sendFile } from './send.ts';

interface Chosen {
  officer: Officer;
  /** The list they were ticked on, which gives the order. */
  request: InboxRequest;
  references: string[];
  format: Format;
}

/** Sends the cases that were ticked, those of them that the officer sees. */
export async function sendChosen(
  { db, pool, vault, now }: Pick<Deps, 'db' | 'pool' | 'vault' | 'now'>,
  res: Response,
  { officer, request, references, format }: Chosen,
): Promise<void> {
  const at = now();
  const today = dayInPrague(at);
  const rows = await findChosen(pool, { vault, officer, request, today }, references);
  const subject = `officer/${officer.officerId}`;
  const details = { references: rows.map(({ reference }) => reference).join(', '), format };
  await recordAudit(db, { actor: officer, at, action: 'casesExported', subject, details });
  await sendFile(res, { vault, format, today, rows: one(rows) });
}

async function* one<T>(page: T): AsyncGenerator<T> {
  yield await Promise.resolve(page);
}
