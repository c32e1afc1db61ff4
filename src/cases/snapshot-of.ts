import { dueOn } from '../core/case/clock.ts';
import type { CaseSnapshot } from '../core/case/snapshot.ts';
import { dayColumn, dayOf } from '../database/days.ts';
import { Prisma } from '../generated/prisma/client.ts';

/** The columns of a case that say how it stands; for `select`. */
export const snapshotColumns = {
  state: true,
  departmentId: true,
  officerId: true,
  applicantId: true,
  organisationId: true,
  mandateId: true,
  outcome: true,
  countedTo: true,
  clockStoppedOn: true,
  extendedBy: true,
  step: true,
  awaitingUntil: true,
  confirmUntil: true,
  biased: true,
  appealUntil: true,
  version: true,
  tasks: {
    where: { state: 'open' },
    select: { id: true, kind: true, officerId: true, department: { select: { id: true, name: true } } },
    orderBy: { id: 'asc' },
  },
} satisfies Prisma.CaseSelect;

type Columns = Prisma.CaseGetPayload<{ select: typeof snapshotColumns }>;
/** Days may be texts, as a statement of our own reads them. */
export type SnapshotColumns = { [K in keyof Columns]: Date extends Columns[K] ? Columns[K] | string : Columns[K] };

/** The same for a statement of our own, of the case `c`. */
export const snapshotSql = Prisma.sql`c.state::text AS state, c.department_id AS "departmentId",
  c.officer_id AS "officerId", c.applicant_id AS "applicantId", c.organisation_id AS "organisationId", c.mandate_id AS "mandateId", c.outcome::text AS outcome,
  c.counted_to::text AS "countedTo", c.clock_stopped_on::text AS "clockStoppedOn", c.extended_by AS "extendedBy", c.step,
  c.awaiting_until::text AS "awaitingUntil", c.confirm_until::text AS "confirmUntil", c.biased, c.appeal_until::text AS "appealUntil", c.version,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'officerId', t.officer_id, 'department',
      jsonb_build_object('id', td.id, 'name', td.name)) ORDER BY t.id), '[]')
    FROM case_task t JOIN department td ON td.id = t.department_id WHERE t.case_id = c.id AND t.state = 'open') AS tasks`;

/** A case as the core decides about it. */
export function snapshotOf(columns: SnapshotColumns, agenda: CaseSnapshot['agenda']): CaseSnapshot {
  const { countedTo, clockStoppedOn, extendedBy, awaitingUntil, confirmUntil, appealUntil } = columns;
  const { state, departmentId, officerId, applicantId, organisationId, mandateId, outcome, step, biased, tasks } =
    columns;
  return {
    ...{ state, departmentId, officerId, applicantId, organisationId, mandateId, outcome, step, biased, tasks },
    version: columns.version,
    clock: { countedTo: dayOf(countedTo), stoppedOn: dayOrNull(clockStoppedOn), extendedBy },
    awaitingUntil: dayOrNull(awaitingUntil),
    confirmUntil: dayOrNull(confirmUntil),
    appealUntil: dayOrNull(appealUntil),
    agenda: { clock: agenda.clock, plan: agenda.plan, decision: agenda.decision },
  };
}

/** The other way: what of it is written back. */
export function columnsOf(snapshot: CaseSnapshot) {
  const {
    state,
    departmentId,
    officerId,
    outcome,
    clock,
    step,
    awaitingUntil,
    confirmUntil,
    biased,
    appealUntil,
    version,
  } = snapshot;
  return {
    state,
    departmentId,
    officerId,
    outcome,
    countedTo: dayColumn(clock.countedTo),
    clockStoppedOn: clock.stoppedOn && dayColumn(clock.stoppedOn),
    extendedBy: clock.extendedBy,
    dueOn: dayColumn(dueOn(clock)),
    step,
    awaitingUntil: awaitingUntil && dayColumn(awaitingUntil),
    confirmUntil: confirmUntil && dayColumn(confirmUntil),
    biased,
    appealUntil: appealUntil && dayColumn(appealUntil),
    version,
  };
}

function dayOrNull(column: Date | string | null): Temporal.PlainDate | null {
  return column === null ? null : dayOf(column);
}
