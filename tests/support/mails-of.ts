import { openMessage, type Message } from '../../src/notifications/message.ts';
import type { Portal } from './app.ts';

/** All mails about a case of some kinds, oldest first. */
export async function mailsOf(
  { db, deps }: Portal,
  { caseId, kinds }: { caseId: string; kinds: string[] },
): Promise<(Message & { kind: string })[]> {
  const mails = await db.mail.findMany({ where: { caseId, kind: { in: kinds } }, orderBy: { id: 'asc' } });
  return mails.map(({ id, kind, message }) => ({ kind, ...openMessage(deps.vault, id, message) }));
}
