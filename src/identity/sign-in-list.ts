import type { Deps } from '../deps.ts';
import { browserWords } from '../core/identity/browser-words.ts';
import { Prisma, type SignInMethod } from '../generated/prisma/client.ts';
import { openOrigin } from './sign-ins.ts';

/** One of the times somebody got into an account. */
export interface ListedSignIn {
  id: string;
  at: Temporal.Instant;
  method: SignInMethod;
  /** From where; null when the browser is none we know. */
  address: string;
  browser: string | null;
  /** Somebody is signed in by it now. */
  isActive: boolean;
}

interface Row {
  id: string;
  at: Date;
  method: SignInMethod;
  content: Uint8Array;
  isActive: boolean;
}

const most = 50;

/** The newest first. */
export async function listSignIns(
  { db, vault }: Pick<Deps, 'db' | 'vault'>,
  accountId: string,
): Promise<ListedSignIn[]> {
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT i.id, i.at, i.method::text AS method, i.content,
      i.ended_at IS NULL AND EXISTS (
        SELECT FROM session s WHERE s.sess #>> '{passport,user,signInId}' = i.id::text AND s.expire > now()
      ) AS "isActive"
    FROM sign_in i WHERE i.account_id = ${accountId}::uuid ORDER BY i.at DESC, i.id DESC LIMIT ${most}`);
  return rows.map(({ content, at, ...row }) => {
    const { address, browser } = openOrigin(vault, row.id, content);
    return { ...row, at: at.toTemporalInstant(), address, browser: browserWords(browser) };
  });
}

interface End {
  accountId: string;
  /** That one alone, or all but that one. */
  signIn: { id: string } | { not: string };
}

/** Ends sign-ins of an account; the sessions they began are over at their next request. Gives how many there were. */
export async function endSignIns(
  { db, now }: { db: Pick<Deps['db'], 'signIn'>; now: Deps['now'] },
  { accountId, signIn }: End,
): Promise<number> {
  const id = 'id' in signIn ? signIn.id : { not: signIn.not };
  const endedAt = new Date(now().epochMilliseconds);
  const { count } = await db.signIn.updateMany({ where: { accountId, id, endedAt: null }, data: { endedAt } });
  return count;
}
