import type { Deps } from '../../deps.ts';
import type { CaseMessage } from './read-messages.ts';

/** Writes down that one side has had these messages of the other on the screen. Most looks at a case find nothing new. */
export async function markRead(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { messages, by }: { messages: readonly CaseMessage[]; by: 'office' | 'applicant' },
): Promise<void> {
  const unread = messages.filter(message => isUnread(message, by)).map(({ id }) => id);
  if (unread.length === 0) return;
  await db.caseMessage.updateMany({
    where: { id: { in: unread }, readAt: null },
    data: { readAt: new Date(now().epochMilliseconds) },
  });
}

/** Whether one side has yet to read what the other wrote. */
export function isUnread({ officer, readAt }: CaseMessage, by: 'office' | 'applicant'): boolean {
  return readAt === null && (officer === null) === (by === 'office');
}
