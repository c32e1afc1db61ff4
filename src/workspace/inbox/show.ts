import type { Response } from 'express';
import type { Officer } from '../../core/actor.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Deps } from '../../deps.ts';
import type { ReadDirectory } from '../directory.ts';
import type { BulkAttempt } from './bulk-view.ts';
import { inboxPage, type Saving } from './page.ts';
import { findInbox } from './queries.ts';
import type { InboxRequest } from './request.ts';

export type InboxDeps = Pick<Deps, 'pool' | 'vault' | 'now'>;

interface Shown {
  res: Response;
  officer: Officer;
  request: InboxRequest;
  /** A name for the list that was not accepted. */
  saving?: Saving;
  bulk?: BulkAttempt;
}

/** Sends a page of the inbox. */
export async function showInbox(
  { pool, vault, now }: InboxDeps,
  readDirectory: ReadDirectory,
  { res, officer, request, saving, bulk }: Shown,
): Promise<void> {
  const today = dayInPrague(now());
  const [inbox, directory] = await Promise.all([findInbox(pool, { vault, officer, request, today }), readDirectory()]);
  res.render('workspace/inbox.njk', inboxPage({ vault, today, officer, request, inbox, directory, saving, bulk }));
}
