import { randomUUID } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { addressDigest } from '../notifications/bounces.ts';
import type { Letter } from '../notifications/letter.ts';
import type { MailKind } from '../notifications/letters.ts';
import { sealMessage } from '../notifications/message.ts';
import { mailQueue } from '../notifications/queue.ts';
import type { FilingMail } from './filing-store.ts';
import { insertJobs } from './insert-jobs.ts';

interface Written {
  kind: MailKind;
  to: string;
  letter: Letter;
}

/** A mail sealed beforehand, for the statement that files. */
export async function mailOf(
  { vault, boss }: Pick<Deps, 'vault' | 'boss'>,
  { kind, to, letter }: Written,
): Promise<FilingMail> {
  const id = randomUUID();
  const message = sealMessage(vault, id, { to, ...letter });
  return { id, kind, recipient: addressDigest(vault, to), message, jobs: await insertJobs(boss, mailQueue) };
}
