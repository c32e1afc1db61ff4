import type { RequestHandler } from 'express';
import type { Deps } from '../../deps.ts';
import { countMails, findUndelivered, mailDays } from './queries.ts';

/** GET /sprava/posta: whether mail goes out, and what holds it up. */
export function mailQueuePage({ db, now }: Pick<Deps, 'db' | 'now'>): RequestHandler {
  return async (_req, res) => {
    const at = now();
    const [counts, mails] = await Promise.all([countMails(db, at), findUndelivered(db, at)]);
    res.render('admin/mail.njk', { section: 'sprava', place: 'posta', counts, mails, days: mailDays });
  };
}
