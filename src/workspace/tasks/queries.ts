import type { Pool } from 'pg';
import type { Officer } from '../../core/actor.ts';
import type { TaskKind } from '../../core/case/tasks.ts';
import { prepared } from '../../database/prepared.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Cursor } from '../inbox/cursor.ts';
import { answerable } from './answerable.ts';

export const pageSize = 25;

export interface TaskRow {
  id: string;
  kind: TaskKind;
  /** YYYY-MM-DD. */
  dueOn: string;
  caseId: string;
  reference: string;
  agenda: string;
  /** Sealed { applicantName, subject } of the case. */
  summary: Uint8Array;
  /** Sealed. */
  question: Uint8Array;
  /** Whom it is for; null when anybody of the department. */
  officer: string | null;
  asker: string;
  askingDepartment: string;
}

/** What waits for an answer of this officer, the most urgent first, and one row more. */
export async function findOpenTasks(
  pool: Pool,
  { officer, after }: { officer: Officer; after: Cursor | null },
): Promise<TaskRow[]> {
  const behind = after ? Prisma.sql`AND (t.due_on, t.id) > (${after.key}::date, ${after.id}::uuid)` : Prisma.empty;
  return prepared<TaskRow>(
    pool,
    Prisma.sql`
    SELECT t.id, t.kind::text AS kind, t.due_on::text AS "dueOn", t.question, c.id AS "caseId", c.reference, c.summary,
      v.title AS agenda, oa.name AS officer, aa.name AS asker, cd.name AS "askingDepartment"
    FROM (
      SELECT t.* FROM case_task t
      WHERE ${answerable(officer)} ${behind}
      ORDER BY t.due_on, t.id LIMIT ${Prisma.raw(String(pageSize + 1))}
    ) t
    JOIN "case" c ON c.id = t.case_id
    JOIN agenda_version v ON v.id = c.agenda_version_id
    JOIN department cd ON cd.id = c.department_id
    JOIN officer ao ON ao.id = t.asked_by_id
    JOIN account aa ON aa.id = ao.account_id
    LEFT JOIN officer o ON o.id = t.officer_id
    LEFT JOIN account oa ON oa.id = o.account_id
    ORDER BY t.due_on, t.id`,
  );
}
