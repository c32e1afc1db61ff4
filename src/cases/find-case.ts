import type { CaseEvent } from '../core/case/events.ts';
import type { CaseSnapshot } from '../core/case/snapshot.ts';
import { parseReference } from '../core/case/reference.ts';
import type { Definition } from '../core/form/definition.ts';
import { prepared } from '../database/prepared.ts';
import type { Deps } from '../deps.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { openEvent } from './history.ts';
import { type Reader, readableBy } from './scope.ts';
import { snapshotOf, snapshotSql, type SnapshotColumns } from './snapshot-of.ts';
import { openSubmission, type SubmissionContent } from './submission.ts';

/** A case as its applicant sees it; what the office writes for itself is not even read. */
export interface FoundCase {
  id: string;
  snapshot: CaseSnapshot;
  decidedAt: Temporal.Instant | null;
  department: { name: string; phone: string; email: string };
  officer: { name: string; jobTitle: string; phone: string; email: string } | null;
  agenda: Definition;
  /** By slug. */
  departmentNames: Record<string, string>;
  /** In the order they happened. */
  events: CaseEvent[];
  submission: SubmissionContent;
}

interface Row extends SnapshotColumns, Pick<FoundCase, 'id' | 'department' | 'officer' | 'departmentNames'> {
  agendaVersionId: string;
  decidedAt: Date | null;
  events: { number: number; data: string }[];
  content: Uint8Array;
}

/** One query, since every look at a case begins with it. */
export async function findCase(
  { pool, vault, definitions }: Pick<Deps, 'pool' | 'vault' | 'definitions'>,
  { reference: typed, reader }: { reference: string; reader: Reader },
): Promise<FoundCase | undefined> {
  const reference = parseReference(typed);
  if (reference === null) return undefined;
  const sql = Prisma.sql`
    SELECT c.id, ${snapshotSql}, c.decided_at AS "decidedAt", s.content, c.agenda_version_id AS "agendaVersionId",
      jsonb_build_object('name', d.name, 'phone', d.phone, 'email', d.email) AS department,
      CASE WHEN o.id IS NOT NULL THEN
        jsonb_build_object('name', a.name, 'jobTitle', o.job_title, 'phone', o.phone, 'email', a.email)
      END AS officer,
      (SELECT jsonb_object_agg(slug, name) FROM department) AS "departmentNames",
      (SELECT jsonb_agg(jsonb_build_object('number', e.number, 'data', encode(e.data, 'base64')) ORDER BY e.number)
        FROM case_event e WHERE e.case_id = c.id
      ) AS events
    FROM "case" c
    JOIN submission s ON s.case_id = c.id
    JOIN department d ON d.id = c.department_id
    LEFT JOIN officer o ON o.id = c.officer_id
    LEFT JOIN account a ON a.id = o.account_id
    WHERE c.reference = ${reference} AND ${readableBy(reader)}`;
  const [row] = await prepared<Row>(pool, sql);
  if (!row) return undefined;
  const { id, department, officer, departmentNames } = row;
  const agenda = await definitions.of(row.agendaVersionId);
  return {
    id,
    snapshot: snapshotOf(row, agenda),
    decidedAt: row.decidedAt?.toTemporalInstant() ?? null,
    department,
    officer,
    agenda,
    departmentNames,
    events: row.events.map(event => openEvent(vault, id, { ...event, data: Buffer.from(event.data, 'base64') })),
    submission: openSubmission(vault, id, row.content),
  };
}
