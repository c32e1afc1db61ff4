import type { Assignee } from '../core/case/actions.ts';
import { whyNotAssignable } from '../core/case/assignable.ts';
import { awayOn } from '../core/case/deputies.ts';
import { type Refusal, refusal } from '../core/case/refusals.ts';
import { findAbsencesOn } from '../database/absences.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';

interface Wanted {
  officerId: string;
  /** What the case is of, null where that is of no account, and whose it is. */
  of: { agendaId: string | null; applicantId: string | null };
  today: Temporal.PlainDate;
}

type Found = { ok: true; officer: Assignee } | { ok: false; refusal: Refusal };

/** Somebody who is to get a case, or why they cannot: left, away, of other agendas, or it is their own matter. */
export async function findAssignee(db: PrismaClient, { officerId, of, today }: Wanted): Promise<Found> {
  const [officer, absences] = await Promise.all([findOfficer(db, officerId), findAbsencesOn(db, today)]);
  if (!officer) return { ok: false, refusal: refusal('officerOfAnotherDepartment') };
  const { id, phone, departmentId, agendaIds, account } = officer;
  if (account.id === of.applicantId) return { ok: false, refusal: refusal('officerBiased') };
  const { name, email } = account;
  const away = awayOn(id, absences, today);
  const worksCases = officer.active && officer.roles.some(role => role === 'clerk' || role === 'head');
  const standIn = away?.standInId ? await nameOf(db, away.standInId) : null;
  const limits = of.agendaId === null ? [] : agendaIds;
  const chosen = { name, worksCases, agendaIds: limits, away: away && { ...away, standIn } };
  const why = whyNotAssignable(chosen, of.agendaId ?? '');
  return why ? { ok: false, refusal: why } : { ok: true, officer: { id, name, phone, email, departmentId } };
}

function findOfficer(db: PrismaClient, id: string) {
  return db.officer.findUnique({
    where: { id },
    select: {
      id: true,
      phone: true,
      departmentId: true,
      active: true,
      roles: true,
      agendaIds: true,
      account: { select: { id: true, name: true, email: true } },
    },
  });
}

async function nameOf(db: PrismaClient, officerId: string): Promise<string | null> {
  const officer = await db.officer.findUnique({
    where: { id: officerId },
    select: { account: { select: { name: true } } },
  });
  return officer?.account.name ?? null;
}
