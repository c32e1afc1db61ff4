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
  const found = await lockOfficer(tx, { officerId: to.officerId, caseId });
  if (!found) return gone;
  const { id, name, email, phone, departmentId, departmentName, agendaIds } = found;
  if (found.accountId === found.applicantId) return { ok: false, refusal: refusal('officerBiased') };
  const away = awayOn(id, await findAbsencesOn(tx, today), today);
  const standIn = away?.standInId ? await nameOf(tx, away.standInId) : null;
  const chosen = {
    name,
    worksCases: found.active && found.worksCases,
    agendaIds: forAgenda ? agendaIds : [],
    away: away && { ...away, standIn },
  };
  const why = whyNotAssignable(chosen, found.agendaId);
  if (why) return { ok: false, refusal: why };
  const department = { id: departmentId, name: departmentName };
  return { ok: true, department, officer: { id, name, phone, email, departmentId } };
}

const gone: Found = { ok: false, refusal: refusal('officerOfAnotherDepartment') };

interface Row {
  id: string;
  accountId: string;
  name: string;
  email: string;
  phone: string;
  departmentId: string;
  departmentName: string;
  active: boolean;
  worksCases: boolean;
  agendaIds: string[];
  /** Of the case. */
  agendaId: string;
  applicantId: string | null;
}

/** By one statement, since a bulk step does this for every case. */
async function lockOfficer(
  tx: Tx,
  { officerId, caseId }: { officerId: string; caseId: string },
): Promise<Row | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT o.id, o.phone, o.active, o.roles && '{clerk,head}'::officer_role[] AS "worksCases", o.agenda_ids AS "agendaIds",
      a.id AS "accountId", a.name, a.email, d.id AS "departmentId", d.name AS "departmentName",
      c.agenda_id AS "agendaId", c.applicant_id AS "applicantId"
    FROM officer o
    JOIN account a ON a.id = o.account_id
    JOIN department d ON d.id = o.department_id
    JOIN "case" c ON c.id = ${caseId}::uuid
    WHERE o.id = ${officerId}::uuid
    FOR SHARE OF o`;
  return row;
}

async function nameOf(tx: Tx, officerId: string): Promise<string | null> {
  const officer = await tx.officer.findUnique({
    where: { id: officerId },
    select: { account: { select: { name: true } } },
  });
  return officer?.account.name ?? null;
}
