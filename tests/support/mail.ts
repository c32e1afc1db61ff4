import { openMessage, type Message } from '../../src/notifications/message.ts';
import type { Portal } from './app.ts';

/** The newest mail waiting for an address. */
export async function lastMailTo({ db, deps }: Portal, address: string): Promise<Message> {
  const mails = await db.mail.findMany({ orderBy: { createdAt: 'desc' }, take: 50 });
  const message = mails.map(mail => openMessage(deps.vault, mail.id, mail.message)).find(({ to }) => to === address);
  if (!message) throw new Error(`no mail to ${address}`);
  return message;
}
