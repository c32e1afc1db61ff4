import { memberRolesWith } from '../core/organisation/roles.ts';
import { rolesWith } from '../core/office/rights.ts';
import { mailboxOf } from '../database/mailbox.ts';
import type { Deps } from '../deps.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Letter } from './letter.ts';
import type { MailKind } from './letters.ts';
import { enqueueMail } from './queue.ts';

type Tx = Prisma.TransactionClient;
export type TellDeps = Pick<Deps, 'boss' | 'vault' | 'config'>;
type Kept = { kind: MailKind; letter: Letter };

/** Writes to one person; whoever is known by a provider alone has no mailbox. */
export async function tell(tx: Tx, deps: TellDeps, email: string | null, { kind, letter }: Kept): Promise<void> {
  if (email !== null) await enqueueMail(tx, deps, { kind, to: email, ...letter });
}

interface Managers {
  organisationId: string;
  /** Who knows already. */
  except: string[];
}

/** Writes to those who manage people of an organisation. */
export async function tellManagers(
  tx: Tx,
  deps: TellDeps,
  { organisationId, except }: Managers,
  kept: Kept,
): Promise<void> {
  const managers = await tx.membership.findMany({
    where: {
      organisationId,
      state: 'active',
      role: { in: memberRolesWith('managePeople') },
      accountId: { notIn: except },
    },
    select: { account: { select: { email: true } } },
  });
  for (const { account } of managers) await tell(tx, deps, account.email, kept);
}

/** Writes to the officers who check representatives. */
export async function tellRegistry(tx: Tx, deps: TellDeps, { kind, letter }: Kept): Promise<void> {
  const officers = await tx.officer.findMany({
    where: { active: true, roles: { hasSome: rolesWith('routeCases') } },
    select: { account: { select: { email: true } } },
  });
  for (const { account } of officers) await enqueueMail(tx, deps, { kind, to: mailboxOf(account), ...letter });
}
