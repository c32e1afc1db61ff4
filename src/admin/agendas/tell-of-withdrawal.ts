import { fromPrisma } from 'pg-boss';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { agendaWithdrawn } from '../../notifications/letters.ts';
import { enqueueMail } from '../../notifications/queue.ts';

/** The queue of withdrawals to tell people of; a job tells some, and orders the next one where there are more. */
export const withdrawalQueue = 'tell-of-withdrawal';

export interface WithdrawalJob {
  versionId: string;
  /** The account told last. */
  after?: string;
}

const batch = 100;
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Mails to those who have an account and an open draft of the agenda, one for each of them; a batch is one transaction
 * with the order for the next. Answers how many. An agenda that is offered again meanwhile needs no mails any more.
 */
export async function tellOfWithdrawal(
  deps: Pick<Deps, 'db' | 'vault' | 'boss' | 'config' | 'now'>,
  { versionId, after = nobody }: WithdrawalJob,
): Promise<number> {
  const { db, boss, config, now } = deps;
  return db.$transaction(
    async tx => {
      const version = await tx.agendaVersion.findUniqueOrThrow({
        where: { id: versionId },
        select: { title: true, withdrawalMessage: true, agendaId: true, agenda: { select: { slug: true } } },
      });
      const isOffered = await tx.agendaVersion.count({ where: { agendaId: version.agendaId, status: 'published' } });
      if (isOffered > 0) return 0;
      const people = await openDraftHolders(tx, { agendaId: version.agendaId, after, now: now() });
      for (const { id: draftId, email } of people) {
        const link = new URL(`/podani/${draftId}`, config.publicUrl).href;
        const letter = agendaWithdrawn({ agenda: version.title, message: version.withdrawalMessage ?? '', link });
        await enqueueMail(tx, deps, { kind: 'agendaWithdrawn', to: email, ...letter });
      }
      const last = people.at(-1);
      if (last && people.length === batch) {
        const next: WithdrawalJob = { versionId, after: last.accountId };
        await boss.send(withdrawalQueue, next, { db: fromPrisma(tx) });
      }
      return people.length;
    },
    { timeout: 60_000 },
  );
}

interface Holder {
  /** Of the draft touched last. */
  id: string;
  accountId: string;
  email: string;
}

async function openDraftHolders(
  tx: Prisma.TransactionClient,
  { agendaId, after, now }: { agendaId: string; after: string; now: Temporal.Instant },
): Promise<Holder[]> {
  return tx.$queryRaw<Holder[]>`
    SELECT DISTINCT ON (d.account_id) d.id, d.account_id AS "accountId", a.email
    FROM draft d
    JOIN agenda_version v ON v.id = d.agenda_version_id
    JOIN account a ON a.id = d.account_id
    WHERE v.agenda_id = ${agendaId}::uuid AND d.filed_at IS NULL AND NOT d.trial
      AND d.expires_at > ${now.toString()}::timestamptz AND d.account_id > ${after}::uuid
    ORDER BY d.account_id, d.updated_at DESC
    LIMIT ${batch}`;
}
