import type { RequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { openMessage } from '../notifications/message.ts';
import { NotFound } from '../web/errors.ts';
import { idParam } from '../web/input.ts';
import { viewFilters } from '../web/view-filters.ts';
import { linkify } from './linkify.ts';

const newest = 50;

/** The mails the portal has written, so that whoever tries it out can open the links in them. */
export function listMails({ db, vault }: Deps): RequestHandler {
  return async (_req, res) => {
    const mails = await db.mail.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: newest });
    const rows = mails.map(({ id, message, createdAt }) => {
      const { to, subject } = openMessage(vault, id, message);
      return { href: `/demo/posta/${id}`, text: subject, meta: `${to}, ${viewFilters.dateTime(createdAt)}` };
    });
    res.render('demo/mails.njk', { mails: rows });
  };
}

export function showMail({ db, vault, config }: Deps): RequestHandler {
  return async (req, res) => {
    const mail = await db.mail.findUnique({ where: { id: idParam(req, 'id') } });
    if (!mail) throw new NotFound();
    const { to, subject, text } = openMessage(vault, mail.id, mail.message);
    const paragraphs = text
      .trim()
      .split(/\n{2,}/)
      .map(paragraph => paragraph.split('\n').map(line => linkify(line, config.publicUrl)));
    res.render('demo/mail.njk', { to, subject, at: mail.createdAt, paragraphs });
  };
}
