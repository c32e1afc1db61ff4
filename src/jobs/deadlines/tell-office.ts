import { deskLink } from '../../cases/links.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import { addWorkingDays, isWorkingDay } from '../../core/czech/working-days.ts';
import type { Deps } from '../../deps.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { dueSoon, legalForce, overdue } from '../../notifications/office-letters.ts';
import { enqueueMail } from '../../notifications/queue.ts';
import { whoIsTold } from './who-is-told.ts';
import { type Notice, type Told, tellOnce } from './tell-once.ts';

const workingDaysBefore = 3;

type OfficeKind = 'dueSoon' | 'overdue' | 'legalForce';
const letters = { dueSoon, overdue, legalForce };

/**
 * Tells officers of cases that are due in three working days, of those that are late (their head too) and of decisions
 * that took legal force. Nobody reads it on a day off, so then it waits. Answers how many of each.
 */
export async function tellOffice(deps: Deps): Promise<Record<OfficeKind, number>> {
  const today = dayInPrague(deps.now());
  if (!isWorkingDay(today)) return { dueSoon: 0, overdue: 0, legalForce: 0 };
  const of = noticesOn(today);
  return {
    dueSoon: await tellAll(deps, of.dueSoon),
    overdue: await tellAll(deps, of.overdue),
    legalForce: await tellAll(deps, of.legalForce),
  };
}

type OfficeNotice = Notice & { kind: OfficeKind };

function noticesOn(today: Temporal.PlainDate): Record<OfficeKind, OfficeNotice> {
  const day = Prisma.sql`c.due_on`;
  const now = Prisma.sql`${today.toString()}::date`;
  const near = Prisma.sql`${addWorkingDays(today, workingDaysBefore).toString()}::date`;
  const running = Prisma.sql`c.decided_at IS NULL AND c.clock_stopped_on IS NULL AND c.state <> 'unconfirmed'`;
  return {
    dueSoon: { kind: 'dueSoon', day, of: Prisma.sql`${running} AND c.due_on >= ${now} AND c.due_on <= ${near}` },
    overdue: { kind: 'overdue', day, of: Prisma.sql`${running} AND c.due_on < ${now}` },
    // Legal force comes the day after the last one to appeal (§ 73 (1) of the Code of Administrative Procedure).
    legalForce: {
      kind: 'legalForce',
      day: Prisma.sql`c.appeal_until`,
      of: Prisma.sql`c.state = 'decided' AND c.appeal_until < ${now}`,
    },
  };
}

async function tellAll(deps: Deps, notice: OfficeNotice): Promise<number> {
  return tellOnce(deps, notice, (tx, told, day) => tell(tx, deps, { kind: notice.kind, told, day }));
}

interface News {
  kind: OfficeKind;
  told: Told;
  day: Temporal.PlainDate;
}

async function tell(tx: Prisma.TransactionClient, deps: Deps, { kind, told, day }: News): Promise<void> {
  const { id, reference, agenda } = told;
  const link = deskLink(deps.config, reference);
  const { isHeld, addresses } = await whoIsTold(tx, told, {
    today: dayInPrague(deps.now()),
    headToo: kind === 'overdue',
  });
  for (const to of addresses) {
    const letter = letters[kind]({ reference, agenda, link, day, isHeld });
    await enqueueMail(tx, deps, { kind, caseId: id, to, ...letter });
  }
}
