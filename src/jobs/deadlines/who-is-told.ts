import { rolesWith } from '../../core/office/rights.ts';
import { onDuty } from '../../core/case/deputies.ts';
import { findAbsencesOn } from '../../database/absences.ts';
import { findHeads } from '../../database/heads.ts';
import { mailboxOf } from '../../database/mailbox.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { Told } from './tell-once.ts';

interface Recipients {
  /** Whether somebody who works here has the case. */
  isHeld: boolean;
  addresses: string[];
}

/**
 * Who of the office hears about a case: whoever has it or, while away, stands in for them; and the head of its department
 * when asked for, or when nobody has it or nobody stands in. A unit without a head has the one above it; where there is
 * none at all, the department gets it to its own address, so that no case is nobody's.
 */
export async function whoIsTold(
  tx: Prisma.TransactionClient,
  { officerId, departmentId }: Pick<Told, 'officerId' | 'departmentId'>,
  { today, headToo }: { today: Temporal.PlainDate; headToo: boolean },
): Promise<Recipients> {
  const there = officerId === null ? null : await onDutyFor(tx, officerId, today);
  const holder = officerId === null ? null : await findAddress(tx, there ?? officerId);
  const heads = holder === null || there === null || headToo ? await findHeads(tx, departmentId) : [];
  return { isHeld: holder !== null, addresses: [...new Set(holder === null ? heads : [holder, ...heads])] };
}

async function onDutyFor(
  tx: Prisma.TransactionClient,
  officerId: string,
  today: Temporal.PlainDate,
): Promise<string | null> {
  return onDuty(officerId, await findAbsencesOn(tx, today), today).officerId;
}

/** Null for somebody who left, or works cases no more. */
async function findAddress(tx: Prisma.TransactionClient, officerId: string): Promise<string | null> {
  const officer = await tx.officer.findFirst({
    where: { id: officerId, active: true, roles: { hasSome: rolesWith('workCases') } },
    select: { account: { select: { email: true } } },
  });
  return officer && mailboxOf(officer.account);
}
