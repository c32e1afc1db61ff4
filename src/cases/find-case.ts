import type { Proof } from '../authorisation/proof.ts';
import { proofOfCase } from '../authorisation/store.ts';
import { awayOn } from '../core/case/deputies.ts';
import type { CaseEvent } from '../core/case/events.ts';
import type { CaseSnapshot } from '../core/case/snapshot.ts';
import { parseReference } from '../core/case/reference.ts';
import type { Definition } from '../core/form/definition.ts';
import { absenceOf, type AbsenceRow, absencesOnSql } from '../database/absences.ts';
import { prepared } from '../database/prepared.ts';
import type { Deps } from '../deps.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { agentSql } from './agent-of.ts';
import { openEvent } from './history.ts';
import { type ListedLetter, readLetters } from './letters/read-letters.ts';
import { type Exchange, type ExchangeRow, exchangeSql, openExchange } from './read-exchange.ts';
import { type Reader, readableBy } from './scope.ts';
import { snapshotOf, snapshotSql, type SnapshotColumns } from './snapshot-of.ts';
import { openSubmission, type SubmissionContent } from './submission.ts';
import { openSummary } from './summary.ts';

interface Contact {
  name: string;
  phone: string;
  email: string;
}

/** A case as its applicant sees it; what the office writes for itself is not even read. */
export interface FoundCase extends Exchange {
  id: string;
  snapshot: CaseSnapshot;
  decidedAt: Temporal.Instant | null;
  department: { name: string; phone: string; email: string };
  officer: { name: string; jobTitle: string; phone: string; email: string } | null;
  /** Who acts in it today for whose it is, by name. */
  agent: string | null;
  /** The officer is away today; who stands in, if anybody does. */
  away: { until: Temporal.PlainDate; standIn: Contact | null } | null;
  agenda: Definition;
  /** What it is about, by which the person tells their filings apart; may be empty. */
  subject: string;
  /** By slug. */
  departmentNames: Record<string, string>;
  /** In the order they happened. */
  events: CaseEvent[];
  submission: SubmissionContent;
  /** What the office has issued. */
  letters: ListedLetter[];
  /** SHA-256 of what was filed, in hexadecimal. */
  hash: string;
  /** How it was confirmed; null where it was not, or elsewhere. */
  proof: Proof | null;
}

interface Row
  extends SnapshotColumns, ExchangeRow, Pick<FoundCase, 'id' | 'department' | 'officer' | 'departmentNames' | 'agent'> {
  agendaVersionId: string;
  decidedAt: Date | null;
  absences: { today: AbsenceRow[]; deputies: Record<string, Contact> } | null;
  events: { number: number; data: string }[];
  hasLetters: boolean;
  summary: Uint8Array;
  content: Uint8Array;
  hash: string;
}

interface Wanted {
  reference: string;
  reader: Reader;
  today: Temporal.PlainDate;
  /** The message behind which those to be read begin. */
  olderThan?: string | null;
}

/** One query, since every look at a case begins with it. */
export async function findCase(
  { db, pool, vault, definitions }: Pick<Deps, 'db' | 'pool' | 'vault' | 'definitions'>,
  { reference: typed, reader, today, olderThan = null }: Wanted,
): Promise<FoundCase | undefined> {
  const reference = parseReference(typed);
  if (reference === null) return undefined;
  const sql = Prisma.sql`
    SELECT c.id, ${snapshotSql}, c.decided_at AS "decidedAt", c.summary, s.content, encode(s.content_hash, 'hex') AS hash,
      c.agenda_version_id AS "agendaVersionId",
      jsonb_build_object('name', d.name, 'phone', d.phone, 'email', d.email) AS department,
      CASE WHEN o.id IS NOT NULL THEN
        jsonb_build_object('name', a.name, 'jobTitle', o.job_title, 'phone', o.phone, 'email', a.email)
      END AS officer,
      ${absencesOfOfficer(today)} AS absences, ${agentSql(today)} AS agent,
      (SELECT jsonb_object_agg(slug, name) FROM department) AS "departmentNames",
      (SELECT jsonb_agg(jsonb_build_object('number', e.number, 'data', encode(e.data, 'base64')) ORDER BY e.number)
        FROM case_event e WHERE e.case_id = c.id
      ) AS events,
      EXISTS (SELECT FROM case_letter l WHERE l.case_id = c.id AND l.state = 'issued') AS "hasLetters",
      ${exchangeSql(olderThan)}
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
    agent: row.agent,
    away: awayOf(row, today),
    agenda,
    subject: openSummary(vault, id, row.summary).subject,
    departmentNames,
    events: row.events.map(event => openEvent(vault, id, { ...event, data: Buffer.from(event.data, 'base64') })),
    // Most cases have none, and then nobody asks for them.
    letters: row.hasLetters ? await readLetters({ db, vault }, { caseId: id, onlyIssued: true }) : [],
    submission: openSubmission(vault, id, row.content),
    hash: row.hash,
    // Most agendas ask for none.
    proof: agenda.whoMayFile.confirmation === 'none' ? null : await proofOfCase({ db, vault }, id),
    ...openExchange({ vault }, row),
  };
}

/** Null while the officer is there, which is found out by one look into an index. */
function absencesOfOfficer(today: Temporal.PlainDate): Prisma.Sql {
  const current = Prisma.sql`b.until_on >= ${today.toString()}::date AND b.from_on <= ${today.toString()}::date`;
  return Prisma.sql`CASE WHEN EXISTS (SELECT FROM absence b WHERE b.officer_id = c.officer_id AND ${current}) THEN
        jsonb_build_object('today', ${absencesOnSql(today)}, 'deputies', (
          SELECT coalesce(jsonb_object_agg(p.id, jsonb_build_object('name', q.name, 'phone', p.phone, 'email', q.email)), '{}')
          FROM officer p JOIN account q ON q.id = p.account_id
          WHERE p.id IN (SELECT b.deputy_id FROM absence b WHERE ${current})))
      END`;
}

function awayOf({ officerId, absences }: Row, today: Temporal.PlainDate): FoundCase['away'] {
  const away = officerId !== null && absences && awayOn(officerId, absences.today.map(absenceOf), today);
  return away ? { until: away.until, standIn: absences.deputies[away.standInId ?? ''] ?? null } : null;
}
