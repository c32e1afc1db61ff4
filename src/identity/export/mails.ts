import type { Deps } from '../../deps.ts';
import { addressDigest } from '../../notifications/bounces.ts';
import type { MailKind } from '../../notifications/letters.ts';
import { openMessage } from '../../notifications/message.ts';

const page = 100;

/**
 * What opens something to whoever has it: of these only that they were sent. Who is in the account need not read its mailbox,
 * and must not get to its password or to a code that confirms by reading the copy.
 */
const secretKinds = [
  'confirmEmail',
  'finishRegistration',
  'resetPassword',
  'officerInvited',
  'emailConfirm',
  'emailChanged',
  'authorisationCode',
  'memberInvited',
  'mandateOffered',
  'accountClosed',
] satisfies MailKind[] as readonly string[];

interface Wanted {
  email: string;
  /** Cases whoever asks may read; what was written about another one stays out. */
  mayRead: (caseId: string) => boolean;
}

/** A JSON list of what the portal wrote to an address, piece by piece; without the text of what holds a secret. */
export async function* copyMails(
  { db, vault }: Pick<Deps, 'db' | 'vault'>,
  { email, mayRead }: Wanted,
): AsyncGenerator<Buffer> {
  let after: string | undefined;
  let isFirst = true;
  yield Buffer.from('[');
  for (;;) {
    const rows = await db.mail.findMany({
      where: { recipient: addressDigest(vault, email), ...(after !== undefined && { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: page,
    });
    const readable = rows.filter(({ caseId }) => caseId === null || mayRead(caseId));
    for (const { id, kind, createdAt, sentAt, message } of readable) {
      const { subject, ...said } = openMessage(vault, id, message);
      const text = secretKinds.includes(kind) ? null : said.text;
      const mail = { kind, at: createdAt.toISOString(), sentAt: sentAt?.toISOString() ?? null, subject, text };
      yield Buffer.from(`${isFirst ? '' : ','}\n${JSON.stringify(mail)}`);
      isFirst = false;
    }
    after = rows.at(-1)?.id;
    if (rows.length < page) break;
  }
  yield Buffer.from('\n]\n');
}
