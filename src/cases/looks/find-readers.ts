import type { AuditAction } from '../../audit/actions.ts';
import type { Deps } from '../../deps.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { openWhy } from './why.ts';

/** An officer who had the case in their hands on a day. */
export interface CaseReader {
  day: Temporal.PlainDate;
  name: string;
  jobTitle: string;
  department: string;
  /** Why somebody of another department did. */
  reasons: string[];
}

const reading: AuditAction[] = ['caseOpened', 'attachmentOpened', 'attachmentShown'];
const most = 200;

interface Row {
  day: string;
  name: string;
  jobTitle: string;
  department: string;
  looks: { id: string; why: string }[] | null;
}

/** Who of the office has opened a case, the newest day first; as the log of access says, which nobody can change. */
export async function findReaders({ db, vault }: Pick<Deps, 'db' | 'vault'>, caseId: string): Promise<CaseReader[]> {
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT r.day::text AS day, a.name, o.job_title AS "jobTitle", d.name AS department,
      (SELECT jsonb_agg(jsonb_build_object('id', l.id, 'why', encode(l.why, 'base64')) ORDER BY l.at) FROM case_look l
        WHERE l.case_id = ${caseId}::uuid AND l.officer_id = o.id
          AND (l.at AT TIME ZONE 'Europe/Prague')::date <= r.day AND (l.until AT TIME ZONE 'Europe/Prague')::date >= r.day) AS looks
    FROM (
      SELECT DISTINCT (at AT TIME ZONE 'Europe/Prague')::date AS day, actor_id FROM audit_record
      WHERE subject = ${`case/${caseId}`} AND actor_kind = 'officer' AND action = ANY(${reading})
    ) r
    JOIN officer o ON o.id = r.actor_id
    JOIN account a ON a.id = o.account_id
    JOIN department d ON d.id = o.department_id
    ORDER BY r.day DESC, a.name LIMIT ${most}`);
  return rows.map(({ day, looks, ...reader }) => ({
    ...reader,
    day: Temporal.PlainDate.from(day),
    reasons: (looks ?? []).map(({ id, why }) => openWhy(vault, { id, why: Buffer.from(why, 'base64') })),
  }));
}
