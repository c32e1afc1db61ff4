import type { Deps } from '../deps.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { officerInvited } from '../notifications/letters.ts';
import { enqueueMail } from '../notifications/queue.ts';
import { pageUrl } from '../web/page-url.ts';
import { noPassword } from './password.ts';
import { issueToken } from './tokens.ts';

type Needs = Pick<Deps, 'boss' | 'vault' | 'config' | 'now'>;

/**
 * The account of somebody the office takes on: the one they have, or a new one, whose mail lets them set a password. An
 * account that nobody confirmed may be a stranger's who only typed that address, so its password is not taken.
 */
export async function invite(
  tx: Prisma.TransactionClient,
  deps: Needs,
  { email, name }: { email: string; name: string },
): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${email}, 0))`;
  const known = await tx.account.findUnique({ where: { email }, select: { id: true, confirmedAt: true } });
  if (known?.confirmedAt) return known.id;
  const data = { name, passwordHash: noPassword };
  const { id } = await tx.account.upsert({ where: { email }, create: { email, ...data }, update: data });
  await tx.accountToken.deleteMany({ where: { accountId: id, purpose: 'confirmEmail' } });
  const token = await issueToken(tx, { accountId: id, purpose: 'resetPassword', now: deps.now() });
  const letter = officerInvited({
    link: pageUrl(deps, '/nove-heslo', { token }),
    forgottenLink: pageUrl(deps, '/zapomenute-heslo'),
  });
  await enqueueMail(tx, deps, { kind: 'officerInvited', to: email, ...letter });
  return id;
}
