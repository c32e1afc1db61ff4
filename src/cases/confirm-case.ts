import { fromPrisma } from 'pg-boss';
import { lastConfirmation, useFor } from '../authorisation/store.ts';
import { accountOf } from '../core/actor.ts';
import { standingOf } from '../core/authorisation/standing.ts';
import type { ConfirmationWay } from '../core/case/confirmation.ts';
import { refusal } from '../core/case/refusals.ts';
import { dayInPrague } from '../core/czech/format.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { appealQueue } from './appeal/record-appeal.ts';
import { type CaseCommand, changeCase, type CommandDeps, type CommandResult } from './change-case.ts';
import { findRoutable, officerFor } from './officer-for.ts';
import { actHash } from './submission.ts';
import { routedQueue } from './tell-routed.ts';

/** How surely it has to be known who confirms a filing after it was made (§ 6 of act 12/2020). */
export const neededToConfirm = 'substantial';

/** An officer writes down how and when it came. */
interface RecordConfirmation extends CaseCommand {
  way: ConfirmationWay;
  on: Temporal.PlainDate;
}

export async function recordConfirmation(deps: CommandDeps, command: RecordConfirmation): Promise<CommandResult> {
  const { caseId, way, on, now } = command;
  return changeCase(
    deps,
    command,
    async tx => ({ ok: true, action: { type: 'confirm', way, on, ...(await beginning(tx, deps, { caseId, now })) } }),
    tx => tellRest(tx, deps, caseId),
  );
}

/** The applicant confirms the very document that was filed, by what they confirmed of it just now. */
export async function confirmCase(deps: CommandDeps, command: CaseCommand): Promise<CommandResult> {
  const { caseId, actor, now } = command;
  const accountId = accountOf(actor);
  let authorisationId: string | null = null;
  return changeCase(
    deps,
    command,
    async tx => {
      const begun = await beginning(tx, deps, { caseId, now });
      const given = accountId === null ? null : await lastConfirmation(tx, { subject: { caseId }, accountId });
      const standing = standingOf(given, { sha256: begun.sha256, accountId, needed: neededToConfirm, now });
      if (!given || standing !== 'given') return { ok: false, refusal: refusal('notAuthorised') };
      authorisationId = given.id;
      return { ok: true, action: { type: 'confirm', way: given.method, on: dayInPrague(now), ...begun } };
    },
    async tx => {
      if (authorisationId !== null) await useFor(tx, { id: authorisationId, now });
      await tellRest(tx, deps, caseId);
    },
  );
}

/** What is confirmed, and who gets the case now that it counts. */
async function beginning(
  tx: Prisma.TransactionClient,
  { vault }: Pick<CommandDeps, 'vault'>,
  { caseId, now }: { caseId: string; now: Temporal.Instant },
) {
  const routable = await findRoutable(tx, vault, caseId);
  const { departmentId, submission } = routable;
  const officer = await officerFor(tx, { routable, departmentId, today: dayInPrague(now) });
  return { sha256: actHash(submission), officer };
}

/** What a filing that counts at once is followed by. */
async function tellRest(
  tx: Prisma.TransactionClient,
  { boss }: Pick<CommandDeps, 'boss'>,
  caseId: string,
): Promise<void> {
  const db = fromPrisma(tx);
  const { appealsCaseId } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { appealsCaseId: true } });
  await boss.send(routedQueue, { caseId }, { db });
  if (appealsCaseId !== null) await boss.send(appealQueue, { appealId: caseId }, { db });
}
