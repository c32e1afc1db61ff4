import type { CaseEvent } from '../core/case/events.ts';
import type { CaseSnapshot } from '../core/case/snapshot.ts';
import { formatReference, parseReference } from '../core/case/reference.ts';
import type { Definition } from '../core/form/definition.ts';
import type { Deps } from '../deps.ts';
import { openEvent } from './history.ts';
import { type Reader, readableBy } from './scope.ts';
import { openSubmission, type SubmissionContent } from './submission.ts';

/** A case as its applicant sees it; what the office writes for itself is not even read. */
export interface FoundCase {
  id: string;
  snapshot: CaseSnapshot;
  dueOn: Temporal.PlainDate;
  decidedAt: Temporal.Instant | null;
  department: { name: string; phone: string; email: string };
  officer: { name: string; jobTitle: string; phone: string; email: string } | null;
  clock: Definition['clock'];
  plan: Definition['plan'];
  /** By slug, those of the plan. */
  departmentNames: Record<string, string>;
  /** In the order they happened. */
  events: CaseEvent[];
  submission: SubmissionContent;
}

interface Row extends Pick<FoundCase, 'id' | 'department' | 'clock' | 'plan'> {
  state: CaseSnapshot['state'];
  outcome: CaseSnapshot['outcome'];
  version: number;
  departmentId: string;
  officerId: string | null;
  /** YYYY-MM-DD. */
  dueOn: string;
  decidedAt: Date | null;
  officer: FoundCase['officer'];
  departmentNames: Record<string, string> | null;
  events: { number: number; data: string }[];
  content: Uint8Array;
}

/** One query, since every look at a case begins with it. */
export async function findCase(
  { db, vault }: Pick<Deps, 'db' | 'vault'>,
  { reference, reader }: { reference: string; reader: Reader },
): Promise<FoundCase | undefined> {
  const parsed = parseReference(reference);
  if (!parsed) return undefined;
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id, c.state::text AS state, c.outcome::text AS outcome, c.version, c.department_id AS "departmentId",
      c.officer_id AS "officerId", c.due_on::text AS "dueOn", c.decided_at AS "decidedAt", s.content,
      v.definition -> 'clock' AS clock, v.definition -> 'plan' AS plan,
      jsonb_build_object('name', d.name, 'phone', d.phone, 'email', d.email) AS department,
      CASE WHEN o.id IS NOT NULL THEN
        jsonb_build_object('name', a.name, 'jobTitle', o.job_title, 'phone', o.phone, 'email', a.email)
      END AS officer,
      (SELECT jsonb_object_agg(p.slug, p.name) FROM department p
        WHERE p.slug IN (SELECT step ->> 'department' FROM jsonb_array_elements(v.definition -> 'plan') step)
      ) AS "departmentNames",
      (SELECT jsonb_agg(jsonb_build_object('number', e.number, 'data', encode(e.data, 'base64')) ORDER BY e.number)
        FROM case_event e WHERE e.case_id = c.id
      ) AS events
    FROM "case" c
    JOIN submission s ON s.case_id = c.id
    JOIN agenda_version v ON v.id = c.agenda_version_id
    JOIN department d ON d.id = c.department_id
    LEFT JOIN officer o ON o.id = c.officer_id
    LEFT JOIN account a ON a.id = o.account_id
    WHERE c.reference = ${formatReference(parsed)} AND ${readableBy(reader)}`;
  const row = rows[0];
  if (!row) return undefined;
  const { id, state, outcome, version, departmentId, officerId, department, officer, clock, plan } = row;
  return {
    id,
    snapshot: { state, outcome, version, departmentId, officerId },
    dueOn: Temporal.PlainDate.from(row.dueOn),
    decidedAt: row.decidedAt && Temporal.Instant.fromEpochMilliseconds(row.decidedAt.getTime()),
    department,
    officer,
    clock,
    plan,
    departmentNames: row.departmentNames ?? {},
    events: row.events.map(event => openEvent(vault, id, { ...event, data: Buffer.from(event.data, 'base64') })),
    submission: openSubmission(vault, id, row.content),
  };
}
