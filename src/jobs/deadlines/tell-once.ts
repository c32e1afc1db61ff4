import type { Deps } from '../../deps.ts';
import type { NoticeKind, Prisma } from '../../generated/prisma/client.ts';
import { type CaseOfDay, eachCase, page } from './each-case.ts';

/** What is told of a case once for each day it is about. */
export interface Notice {
  kind: NoticeKind;
  /** The column of the case `c` with that day. */
  day: Prisma.Sql;
  /** Of which cases `c`. */
  of: Prisma.Sql;
}

export interface Told {
  id: string;
  reference: string;
  /** As the applicant knows it, e.g. "Přihlášení psa". */
  agenda: string;
  applicantId: string | null;
  organisationId: string | null;
  mandateId: string | null;
  officerId: string | null;
  departmentId: string;
}

type Tell = (tx: Prisma.TransactionClient, told: Told, day: Temporal.PlainDate) => Promise<void>;

/**
 * Tells of every case that the notice is about and has not been told of yet. Each is a transaction of what is told and
 * the note that it was. Answers how many there were.
 */
export async function tellOnce(deps: Pick<Deps, 'db' | 'log' | 'now'>, notice: Notice, tell: Tell): Promise<number> {
  return eachCase(deps, {
    find: after => findUntold(deps.db, notice, after),
    act: found =>
      deps.db.$transaction(async tx => {
        const told = await findStill(tx, notice, found);
        if (!told || !(await note(tx, { ...found, kind: notice.kind, now: deps.now() }))) return false;
        await tell(tx, told, Temporal.PlainDate.from(found.day));
        return true;
      }),
  });
}

function findUntold(db: Deps['db'], { kind, day, of }: Notice, after: CaseOfDay): Promise<CaseOfDay[]> {
  return db.$queryRaw<CaseOfDay[]>`
    SELECT c.id, ${day}::text AS day FROM "case" c
    WHERE ${of} AND NOT c.trial AND (${day}, c.id) > (${after.day}::date, ${after.id}::uuid)
      AND NOT EXISTS (
        SELECT FROM sent_notice n WHERE n.case_id = c.id AND n.kind = ${kind}::notice_kind AND n.day = ${day})
    ORDER BY ${day}, c.id LIMIT ${page}`;
}

/** Read again: since the list was made, the case may have moved on. */
async function findStill(
  tx: Prisma.TransactionClient,
  { day, of }: Notice,
  found: CaseOfDay,
): Promise<Told | undefined> {
  const [told] = await tx.$queryRaw<Told[]>`
    SELECT c.id, c.reference, v.title AS agenda, c.applicant_id AS "applicantId", c.officer_id AS "officerId",
      c.department_id AS "departmentId", c.organisation_id AS "organisationId", c.mandate_id AS "mandateId"
    FROM "case" c JOIN agenda_version v ON v.id = c.agenda_version_id
    WHERE c.id = ${found.id}::uuid AND ${of} AND ${day} = ${found.day}::date`;
  return told;
}

/** False when another process has told of it. */
export async function note(
  tx: Prisma.TransactionClient,
  { id, day, kind, now }: CaseOfDay & { kind: NoticeKind; now: Temporal.Instant },
): Promise<boolean> {
  const noted = await tx.$executeRaw`
    INSERT INTO sent_notice (case_id, kind, day, sent_at)
    VALUES (${id}::uuid, ${kind}::notice_kind, ${day}::date, ${now.toString()}::timestamptz)
    ON CONFLICT DO NOTHING`;
  return noted === 1;
}
