import { openMessage } from '../../src/notifications/message.ts';
import type { Portal } from '../support/app.ts';

export interface Letter {
  kind: string;
  subject: string;
  text: string;
  /** Path and query of the links in it. */
  links: string[];
}

/** What the portal has written to an address, oldest first. */
export async function lettersTo({ db, deps }: Portal, to: string): Promise<Letter[]> {
  const mails = await db.mail.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  return mails
    .map(({ id, kind, message }) => ({ kind, ...openMessage(deps.vault, id, message) }))
    .filter(message => message.to === to)
    .map(({ kind, subject, text }) => ({ kind, subject, text, links: linksIn(text) }));
}

/** Where the newest letter to an address leads. */
export async function newestLink(portal: Portal, to: string): Promise<string> {
  const link = (await lettersTo(portal, to)).at(-1)?.links[0];
  if (link === undefined) throw new Error(`no letter with a link to ${to}`);
  return link;
}

function linksIn(text: string): string[] {
  return (text.match(/https?:\/\/\S+/g) ?? []).map(link => {
    const { pathname, search } = new URL(link);
    return pathname + search;
  });
}
