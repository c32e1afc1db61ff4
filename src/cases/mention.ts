import { rolesWith } from '../core/office/rights.ts';
import { above } from '../core/office/tree.ts';
import { mailboxOf } from '../database/mailbox.ts';
import type { Deps } from '../deps.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { mentioned } from '../notifications/letters.ts';
import { enqueueMail } from '../notifications/queue.ts';

/** Somebody a note can be meant for. */
interface Mentioned {
  id: string;
  email: string;
}

/** An officer who sees the case: of its department, a head above it, or the one who has it. Null for anybody else. */
export async function findMentioned(
  tx: Prisma.TransactionClient,
  { officerId, caseId }: { officerId: string; caseId: string },
): Promise<Mentioned | null> {
  const { departmentId } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { departmentId: true } });
  const departments = await tx.department.findMany({ select: { id: true, parentId: true } });
  const officer = await tx.officer.findFirst({
    where: {
      id: officerId,
      active: true,
      roles: { hasSome: rolesWith('workCases') },
      OR: [
        { departmentId },
        { departmentId: { in: above(departments, departmentId) }, roles: { has: 'head' } },
        { cases: { some: { id: caseId } } },
      ],
    },
    select: { id: true, account: { select: { email: true } } },
  });
  return officer && { id: officer.id, email: mailboxOf(officer.account) };
}

interface Mention {
  noteId: string;
  to: Mentioned;
  about: { caseId: string; reference: string; agenda: string; author: string };
}

/** In the transaction of the note. What the note says stays in the portal: a mail passes through many hands. */
export async function mention(
  tx: Prisma.TransactionClient,
  deps: Pick<Deps, 'config' | 'boss' | 'vault'>,
  { noteId, to, about }: Mention,
): Promise<void> {
  const { caseId, reference, agenda, author } = about;
  await tx.caseMention.create({ data: { noteId, officerId: to.id }, select: { noteId: true } });
  const link = new URL(`/urad/pripady/${reference}#pozn`, deps.config.publicUrl).href;
  const letter = mentioned({ reference, agenda, author, link });
  await enqueueMail(tx, deps, { kind: 'mentioned', caseId, to: to.email, ...letter });
}
