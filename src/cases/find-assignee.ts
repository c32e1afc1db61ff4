import type { Assignee } from '../core/case/actions.ts';
import { whyNotAssignable } from '../core/case/assignable.ts';
import { awayOn } from '../core/case/deputies.ts';
import { type Refusal, refusal } from '../core/case/refusals.ts';
import { findAbsencesOn } from '../database/absences.ts';
import type { Prisma } from '../generated/prisma/client.ts';

type Tx = Prisma.TransactionClient;

/** Where a case or a task is to go: to a department, whoever of it takes it up, or to one officer. */
export type Target = { departmentId: string } | { officerId: string };

interface Wanted {
  to: Target;
  caseId: string;
  today: Temporal.PlainDate;
  /** Whether whoever gets it has to be allowed to handle the agenda; whoever is only asked need not. */
  forAgenda?: boolean;
}

interface Place {
  department: { id: string; name: string };
  officer: Assignee | null;
}

type Found = ({ ok: true } & Place) | { ok: false; refusal: Refusal };

/**
 * Who is to get something of a case, or why they cannot: the department is gone; the officer has left, is away, handles other
 * agendas, or it is their own matter. Until the transaction ends the officer stays what they are.
 */
export async function findTarget(tx: Tx, { to, caseId, today, forAgenda = true }: Wanted): Promise<Found> {
  if ('departmentId' in to) {
    const department = await tx.department.findUnique({
      where: { id: to.departmentId },
      select: { id: true, name: true },
    });
    return department ? { ok: true, department, officer: null } : gone;
  }
  await tx.$queryRaw`SELECT FROM officer WHERE id = ${to.officerId}::uuid FOR SHARE`;
  const found = await findOfficer(tx, to.officerId);
  if (!found) return gone;
  const { agendaId, applicantId } = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { agendaId: true, applicantId: true },
  });
  const { id, phone, department, agendaIds, account } = found;
  if (account.id === applicantId) return { ok: false, refusal: refusal('officerBiased') };
  const { name, email } = account;
  const away = awayOn(id, await findAbsencesOn(tx, today), today);
  const worksCases = found.active && found.roles.some(role => role === 'clerk' || role === 'head');
  const standIn = away?.standInId ? await nameOf(tx, away.standInId) : null;
  const chosen = { name, worksCases, agendaIds: forAgenda ? agendaIds : [], away: away && { ...away, standIn } };
  const why = whyNotAssignable(chosen, agendaId);
  if (why) return { ok: false, refusal: why };
  return { ok: true, department, officer: { id, name, phone, email, departmentId: department.id } };
}

const gone: Found = { ok: false, refusal: refusal('officerOfAnotherDepartment') };

function findOfficer(tx: Tx, id: string) {
  return tx.officer.findUnique({
    where: { id },
    select: {
      id: true,
      phone: true,
      department: { select: { id: true, name: true } },
      active: true,
      roles: true,
      agendaIds: true,
      account: { select: { id: true, name: true, email: true } },
    },
  });
}

async function nameOf(tx: Tx, officerId: string): Promise<string | null> {
  const officer = await tx.officer.findUnique({
    where: { id: officerId },
    select: { account: { select: { name: true } } },
  });
  return officer?.account.name ?? null;
}
