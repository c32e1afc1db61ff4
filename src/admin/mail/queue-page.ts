import type { RequestHandler } from 'express';
import type { Deps } from '../../deps.ts';
import { queryText } from '../../web/input.ts';
import { countMails, findMails, mailDays, type MailState, mailStates, readCursor } from './queries.ts';

/** GET /sprava/posta: whether mail goes out, and what holds it up. */
export function mailQueuePage({ db, now }: Pick<Deps, 'db' | 'now'>): RequestHandler {
  return async (req, res) => {
    const at = now();
    const state = readState(queryText(req, 'stav'));
    const after = readCursor(queryText(req, 'po'));
    const [counts, { mails, next }] = await Promise.all([countMails(db, at), findMails(db, { state, after, now: at })]);
    const href = hrefOf(state);
    res.render('admin/mail.njk', {
      section: 'sprava',
      place: 'posta',
      counts,
      hrefs: Object.fromEntries(Object.values(mailStates).map(each => [each, hrefOf(each)])),
      state,
      mails,
      days: mailDays,
      firstHref: after ? href : null,
      nextHref: next === null ? null : `${href}&po=${next}`,
      canBeTried: state !== 'sent',
      canBeGivenUp: state === 'failing' || state === 'waiting',
      canAllBeTried: state === 'failing' && mails.length > 0,
    });
  };
}

/** What fails is what somebody comes here for. */
function readState(typed: string): MailState {
  return Object.entries(mailStates).find(([word]) => word === typed)?.[1] ?? 'failing';
}

function hrefOf(state: MailState): string {
  const word = Object.entries(mailStates).find(([, each]) => each === state)?.[0] ?? '';
  return `/sprava/posta?stav=${word}`;
}
