import type { AuditDetails } from '../../audit/actions.ts';
import type { Actor } from '../../core/actor.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { Letter } from '../../notifications/letter.ts';
import { enqueueMail } from '../../notifications/queue.ts';
import type { SecondFactorMail } from '../../notifications/second-factor-letters.ts';
import { auditAccount } from '../audit-account.ts';
import { pageUrl } from '../../web/page-url.ts';

export type TellDeps = Pick<Deps, 'boss' | 'vault' | 'config' | 'now'>;

interface Change<A extends SecondFactorMail> {
  accountId: string;
  /** Left out: whoever is just signing in. */
  actor?: Actor;
  action: A;
  details: AuditDetails<A>;
  letter: (links: { accountLink: string }) => Letter;
}

/** Writes down what has changed about the guarding of an account and tells its holder, in the transaction of the change. */
export async function tellHolder<A extends SecondFactorMail>(
  tx: Prisma.TransactionClient,
  deps: TellDeps,
  { accountId, actor, action, details, letter }: Change<A>,
): Promise<void> {
  await auditAccount(tx, { ...(actor && { actor }), at: deps.now(), action, accountId, details });
  const { email } = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { email: true } });
  if (email === null) return;
  const accountLink = pageUrl(deps, '/ucet/overeni');
  await enqueueMail(tx, deps, { kind: action, to: email, ...letter({ accountLink }) });
}
