import { onDuty } from '../core/case/deputies.ts';
import { type Candidate, route, routingRule } from '../core/case/routing.ts';
import { surnameFirst } from '../core/czech/surname-first.ts';
import { absenceOf, type AbsenceRow, absencesOnSql } from '../database/absences.ts';
import { Prisma } from '../generated/prisma/client.ts';

/** How cases of an agenda find their officer in a department, with everybody who may get one. */
export interface RoutingRow {
  rule: unknown;
  candidates: (Candidate & { accountId: string })[];
  absences: AbsenceRow[];
}

interface Where {
  agendaId: Prisma.Sql;
  departmentId: Prisma.Sql;
  day: Temporal.PlainDate;
}

/** As JSON, for a statement of our own; null where the office set no rule. Cases are counted only for a rule that asks. */
export function routingSql({ agendaId, departmentId, day }: Where): Prisma.Sql {
  return Prisma.sql`(SELECT jsonb_build_object('rule', r.rule, 'absences', ${absencesOnSql(day)}, 'candidates',
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'accountId', f.account_id, 'openCases',
          CASE WHEN r.rule ->> 'by' = 'load' THEN
            (SELECT count(*) FROM "case" n WHERE n.officer_id = f.id AND n.decided_at IS NULL AND NOT n.trial)
          ELSE 0 END)), '[]')
        FROM officer f
        WHERE f.department_id = r.department_id AND f.active AND f.roles && '{clerk,head}'::officer_role[]
          AND (cardinality(f.agenda_ids) = 0 OR r.agenda_id = ANY(f.agenda_ids))))
    FROM routing r WHERE r.agenda_id = ${agendaId} AND r.department_id = ${departmentId})`;
}

interface Arriving {
  today: Temporal.PlainDate;
  /** As they wrote their name. */
  applicant: string;
  applicantId: string | null;
  /** Officers who declared bias. */
  biased: readonly string[];
  street: (field: string) => string | null;
}

/**
 * Among whom a case goes in turns, see `route`. Nobody gets their own matter. A rule this portal cannot read gives it to
 * nobody: it must not keep a filing from being filed.
 */
export function routed(row: RoutingRow | null, arriving: Arriving): string[] {
  const rule = routingRule.safeParse(row?.rule);
  if (!row || !rule.success) return [];
  const { today, applicant, applicantId, biased, street } = arriving;
  const absences = row.absences.map(absenceOf);
  const there = (id: string): string | null => onDuty(id, absences, today).officerId;
  const candidates = row.candidates.filter(
    ({ id, accountId }) => there(id) === id && accountId !== applicantId && !biased.includes(id),
  );
  return route({ rule: rule.data, candidates, onDuty: there, applicant: surnameFirst(applicant), street });
}

/** One case more is given out; how many were before. The row is locked until the transaction ends, so no turn is given twice. */
export function takeTurnSql(
  { agendaId, departmentId }: { agendaId: string; departmentId: string },
  condition = Prisma.sql`TRUE`,
): Prisma.Sql {
  return Prisma.sql`UPDATE routing SET turns = turns + 1
    WHERE agenda_id = ${agendaId}::uuid AND department_id = ${departmentId}::uuid AND ${condition}
    RETURNING turns - 1 AS turn`;
}
