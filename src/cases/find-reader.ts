import { rolesWith } from '../core/office/rights.ts';
import { onDuty } from '../core/case/deputies.ts';
import type { CaseSnapshot } from '../core/case/snapshot.ts';
import { findAbsencesOn } from '../database/absences.ts';
import { mailboxOf } from '../database/mailbox.ts';
import type { Prisma } from '../generated/prisma/client.ts';

/** Who of the office reads mail about a case. */
export interface Reader {
  /** Null: the department itself. */
  officerId: string | null;
  email: string;
}

type Held = Pick<CaseSnapshot, 'officerId' | 'departmentId'>;

/** Whoever has the case, while they are away whoever stands in; the department where nobody does. */
export async function findReader(
  tx: Prisma.TransactionClient,
  { officerId, departmentId }: Held,
  day: Temporal.PlainDate,
): Promise<Reader> {
  const there = officerId === null ? null : onDuty(officerId, await findAbsencesOn(tx, day), day).officerId;
  const officer = there === null ? null : await findWorking(tx, there);
  if (officer) return officer;
  const { email } = await tx.department.findUniqueOrThrow({ where: { id: departmentId }, select: { email: true } });
  return { officerId: null, email };
}

/** None of somebody who left, or works cases no more. */
async function findWorking(tx: Prisma.TransactionClient, officerId: string): Promise<Reader | null> {
  const officer = await tx.officer.findFirst({
    where: { id: officerId, active: true, roles: { hasSome: rolesWith('workCases') } },
    select: { account: { select: { email: true } } },
  });
  return officer && { officerId, email: mailboxOf(officer.account) };
}
