import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../../audit/record.ts';
import { sealWhy } from '../../cases/commands.ts';
import type { Officer } from '../../core/actor.ts';
import { visibleTo } from '../../core/case/permissions.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';

interface LookInto {
  reference: string;
  officer: Officer;
  why: string;
}

/** `open`: the officer sees it anyway; `missing`: there is no such case, or it is one the officer must not see. */
type Looked = 'done' | 'open' | 'missing';

/** For so long a stated reason lets in. */
const hours = 8;

/**
 * Lets an officer read a case that is none of their business by office, for a reason the applicant will see. Not their own
 * matter, nor one they declared bias in (§ 14 of 500/2004).
 */
export async function lookInto(
  { db, vault, now }: Pick<Deps, 'db' | 'vault' | 'now'>,
  { reference, officer, why }: LookInto,
): Promise<Looked> {
  const found = await db.case.findFirst({
    where: { reference, trial: false },
    select: { id: true, applicantId: true, biased: true },
  });
  if (!found || found.applicantId === officer.accountId || found.biased.includes(officer.officerId)) return 'missing';
  const { id: caseId } = found;
  if (await db.case.findFirst({ where: { AND: [{ id: caseId }, visibleTo(officer)] }, select: { id: true } }))
    return 'open';
  const at = now();
  const id = randomUUIDv7();
  await db.$transaction(async tx => {
    const until = new Date(at.add({ hours }).epochMilliseconds);
    const data = { id, caseId, officerId: officer.officerId, until, at: new Date(at.epochMilliseconds) };
    await tx.caseLook.create({ data: { ...data, why: sealWhy(vault, id, why) } });
    const details = { reference };
    await recordAudit(tx, { actor: officer, at, action: 'caseLookedInto', subject: `case/${caseId}`, details });
  });
  return 'done';
}

/** The cases an officer has stated a reason for, as long as it holds. */
export function lookedInto({ officerId }: Officer, now: Temporal.Instant): Prisma.CaseWhereInput {
  const until = { gt: new Date(now.epochMilliseconds) };
  return { trial: false, looks: { some: { officerId, until } }, NOT: { biased: { has: officerId } } };
}
