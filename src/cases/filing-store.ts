import type { AuditAction, AuditDetails } from '../audit/actions.ts';
import { actorColumns } from '../audit/record.ts';
import type { Actor, AssuranceLevel } from '../core/actor.ts';
import { memberRolesWith } from '../core/organisation/roles.ts';
import { dayInPrague } from '../core/czech/format.ts';
import { dueOn } from '../core/case/clock.ts';
import type { CaseSnapshot } from '../core/case/snapshot.ts';
import type { Pool } from 'pg';
import { validMandateSql } from '../database/mandates.ts';
import { prepared } from '../database/prepared.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { MailKind } from '../notifications/letters.ts';
import type { MailJob } from '../notifications/queue.ts';
import type { AppealJob } from './appeal/record-appeal.ts';
import type { InsertJobs } from './insert-jobs.ts';
import { type RoutingRow, routingSql, takeTurnSql } from './routing-store.ts';
import type { RoutedJob } from './tell-routed.ts';

/** What is known of an open draft in the version that is to be filed, and the next number of a case. */
export interface OpenDraft {
  agendaId: string;
  agendaVersionId: string;
  agendaVersion: number;
  accountId: string | null;
  /** The case whose decision it appeals against. */
  appealsCaseId: string | null;
  isTrial: boolean;
  /** On whose behalf it is filed; `mayFile`: whether who began it, or files it in their place, may still do so. */
  organisation: { id: string; ico: string; name: string; mayFile: boolean } | null;
  /** Under which mandate an agent began it; null of what no agent did. */
  mandate: DraftMandate | null;
  /** Of the account that owns it. */
  accountEmail: string | null;
  department: { id: string; name: string };
  /** Null when it is only looked at. */
  caseNumber: string | null;
  attachments: { id: string; slot: string; format: string; size: number; name: string; sha256: string }[] | null;
  /** Null where the office set no rule, and for a trial. */
  routing: RoutingRow | null;
  /** What was confirmed of it last, as `lastConfirmation` has it. */
  authorisation: AuthorisationRow | null;
}

interface AuthorisationRow {
  id: string;
  sha256: string;
  accountId: string;
  level: AssuranceLevel;
  /** As JSON has it. */
  at: string;
}

interface DraftMandate {
  id: string;
  /** Of the principal: whoever is not in the portal has their name sealed, and the addresses of the others. */
  name: string | null;
  sealed: string | null;
  emails: string[];
}

interface Wanted {
  /** Who files it; null of a guest. */
  accountId: string | null;
  draftId: string;
  draftVersion: number;
  department: string;
  today: Temporal.PlainDate;
  /** Whether it is to get a number, which is then taken. */
  isNumbered: boolean;
}

/** None when the draft is gone, filed, or no longer in that version. */
export async function readOpenDraft(pool: Pool, wanted: Wanted): Promise<OpenDraft | undefined> {
  const sql = Prisma.sql`
    SELECT v.agenda_id AS "agendaId", v.id AS "agendaVersionId", v.number AS "agendaVersion", d.account_id AS "accountId",
      d.appeals_case_id AS "appealsCaseId", d.trial AS "isTrial",
      CASE WHEN f.id IS NOT NULL THEN
        jsonb_build_object('id', f.id, 'ico', f.ico, 'name', f.name, 'mayFile', ${mayFileSql(wanted.accountId)})
      END AS organisation, ${mandateSql} AS mandate, (SELECT email FROM account WHERE id = d.account_id) AS "accountEmail",
      jsonb_build_object('id', o.id, 'name', o.name) AS department,
      ${wanted.isNumbered ? nextNumber : Prisma.sql`NULL`} AS "caseNumber",
      (SELECT jsonb_agg(jsonb_build_object(
          'id', a.id, 'slot', a.slot, 'format', a.format, 'size', a.size,
          'name', encode(a.name, 'base64'), 'sha256', encode(a.sha256, 'hex')) ORDER BY a.created_at, a.id)
        FROM attachment a WHERE a.draft_id = d.id) AS attachments,
      CASE WHEN NOT d.trial THEN
        ${routingSql({ agendaId: Prisma.sql`v.agenda_id`, departmentId: Prisma.sql`o.id`, day: wanted.today })}
      END AS routing,
      (SELECT jsonb_build_object('id', z.id, 'sha256', encode(z.document_hash, 'hex'), 'accountId', z.account_id,
          'level', z.level, 'at', z.confirmed_at)
        FROM authorisation z WHERE z.draft_id = d.id AND z.account_id = ${wanted.accountId}::uuid AND z.confirmed_at IS NOT NULL
        ORDER BY z.confirmed_at DESC LIMIT 1) AS authorisation
    FROM draft d
    JOIN agenda_version v ON v.id = d.agenda_version_id
    LEFT JOIN organisation f ON f.id = d.organisation_id
    LEFT JOIN mandate m ON m.id = d.mandate_id
    JOIN department o ON o.slug = ${wanted.department}
    WHERE d.id = ${wanted.draftId}::uuid AND d.version = ${wanted.draftVersion} AND d.filed_at IS NULL`;
  const rows = await prepared<OpenDraft>(pool, sql);
  return rows[0];
}

const nextNumber = Prisma.sql`CASE WHEN d.trial THEN nextval('trial_number') ELSE nextval('case_number') END`;

/**
 * Whether the owner of the draft `d` is still somebody who files for the organisation it is for; what an agent began has no
 * owner but the organisation, so there it is about who files it.
 */
function mayFileSql(accountId: string | null): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM membership k
    WHERE k.account_id = CASE WHEN d.mandate_id IS NULL THEN d.account_id ELSE ${accountId}::uuid END
      AND k.organisation_id = d.organisation_id AND k.state = 'active'
      AND k.role = ANY(${memberRolesWith('file')}::member_role[]))`;
}

/** The mandate `m` of the draft, and who is told that something was filed in the principal's name. */
const mandateSql = Prisma.sql`CASE WHEN m.id IS NOT NULL THEN jsonb_build_object('id', m.id,
  'name', coalesce(
    (SELECT name FROM organisation WHERE id = m.principal_organisation_id), (SELECT name FROM account WHERE id = m.principal_id)),
  'sealed', CASE WHEN m.principal_organisation_id IS NULL AND m.principal_id IS NULL THEN encode(m.principal, 'base64') END,
  'emails', (SELECT coalesce(jsonb_agg(DISTINCT x.email), '[]') FROM account x WHERE x.email IS NOT NULL AND (
    x.id = m.principal_id OR x.id IN (SELECT k.account_id FROM membership k
      WHERE k.organisation_id = m.principal_organisation_id AND k.state = 'active'
        AND k.role = ANY(${memberRolesWith('managePeople')}::member_role[]))))) END`;

/** Everything a filing writes, sealed and hashed beforehand. */
export interface Filing {
  draftId: string;
  draftVersion: number;
  /** To milliseconds. */
  at: Temporal.Instant;
  actor: Actor;
  /** By which mandate the actor files for somebody else; null of whoever files for themselves or their organisation. */
  under: { mandateId: string; agendaId: string; today: Temporal.PlainDate } | null;
  case: CaseSnapshot & {
    id: string;
    reference: string;
    agendaId: string;
    agendaVersionId: string;
    isTrial: boolean;
    summary: Uint8Array<ArrayBuffer>;
  };
  /** Officers among whom it goes in turns; fewer than two leave the case as it is. */
  inTurns: string[];
  submission: { content: Uint8Array<ArrayBuffer>; hash: Uint8Array<ArrayBuffer> };
  /** What it is found by; null when nobody is to find it. */
  searchTokens: string[] | null;
  event: {
    number: number;
    type: string;
    data: Uint8Array<ArrayBuffer>;
    previousHash: Uint8Array<ArrayBuffer>;
    hash: Uint8Array<ArrayBuffer>;
  };
  attachmentIds: string[];
  /** What proves that it is the applicant's; null of what needs no proof, or waits for it. */
  authorisationId: string | null;
  /** To the applicant, where they gave an address, and to the principal of the agent who files it. */
  mails: FilingMail[];
  /** How the appealed case gets to know; null when it is no appeal. */
  appealJobs: InsertJobs | null;
  /** How the officer who gets it gets to know; null when it goes to nobody. */
  routedJobs: InsertJobs | null;
  audit: AuditDetails<'caseFiled'>;
}

export interface FilingMail {
  id: string;
  kind: MailKind;
  /** A keyed digest of the address. */
  recipient: Uint8Array<ArrayBuffer>;
  message: Uint8Array<ArrayBuffer>;
  jobs: InsertJobs;
}

/**
 * Writes a filing in one statement, which PostgreSQL runs as one transaction in one round trip: all of it happens, or
 * none. The draft's row is the gate; whoever comes second waits for the first, finds it shut, and gets false.
 */
export async function writeFiling(pool: Pool, filing: Filing): Promise<boolean> {
  const { case: c, submission, event } = filing;
  const at = filing.at.toString();
  const { actorKind, actorId } = actorColumns(filing.actor);
  const action: AuditAction = 'caseFiled';
  const sql = Prisma.sql`
    WITH ${filing.under ? heldPart(filing) : Prisma.empty} gate AS (
      UPDATE draft SET filed_at = ${at}::timestamptz
      WHERE id = ${filing.draftId}::uuid AND version = ${filing.draftVersion} AND filed_at IS NULL
        ${filing.under ? Prisma.sql`AND EXISTS (SELECT FROM held)` : Prisma.empty}
      RETURNING id AS draft_id, appeals_case_id, organisation_id, mandate_id, ${c.id}::uuid AS case_id, filed_at AS at,
        ${actorKind}::text AS actor_kind, ${actorId}::uuid AS actor_id
    ), ${filing.inTurns.length > 1 ? turnPart(c) : Prisma.empty} new_case AS (
      INSERT INTO "case" (id, reference, agenda_id, agenda_version_id, draft_id, applicant_id, organisation_id, mandate_id, acted_by_id,
        department_id, officer_id,
        state, step, summary, filed_at, changed_at, due_on, counted_to, confirm_until, waiting_since, version, trial, appeals_case_id)
      SELECT case_id, ${c.reference}, ${c.agendaId}::uuid, ${c.agendaVersionId}::uuid, draft_id, ${c.applicantId}::uuid,
        organisation_id, mandate_id, ${filing.under ? actorId : null}::uuid,
        ${c.departmentId}::uuid, ${officerSql(filing)}, ${c.state}::case_state, ${c.step}, ${c.summary}, at, at,
        ${dueOn(c.clock).toString()}::date, ${c.clock.countedTo.toString()}::date, ${c.confirmUntil?.toString() ?? null}::date,
        ${c.confirmUntil ? dayInPrague(filing.at).toString() : null}::date,
        ${c.version}, ${c.isTrial}, appeals_case_id
      FROM gate
    ), new_submission AS (
      INSERT INTO submission (case_id, content, content_hash, filed_at)
      SELECT case_id, ${submission.content}, ${submission.hash}, at FROM gate
    ), new_event AS (
      INSERT INTO case_event (case_id, number, type, data, actor_kind, actor_id, at, previous_hash, hash)
      SELECT case_id, ${event.number}, ${event.type}, ${event.data}, actor_kind, actor_id, at, ${event.previousHash},
        ${event.hash}
      FROM gate
    ), filed_attachments AS (
      UPDATE attachment SET case_id = gate.case_id, draft_id = NULL
      FROM gate WHERE attachment.draft_id = gate.draft_id AND attachment.id = ANY(${filing.attachmentIds}::uuid[])
    ), new_audit_record AS (
      INSERT INTO audit_record (at, actor_kind, actor_id, action, subject, details)
      SELECT at, actor_kind, actor_id, ${action}, 'case/' || case_id, ${JSON.stringify(filing.audit)}::jsonb FROM gate
    )
    ${filing.authorisationId === null ? Prisma.empty : proofPart(filing.authorisationId)}
    ${filing.searchTokens ? searchPart(filing.searchTokens) : Prisma.empty}
    ${filing.mails.length > 0 ? Prisma.join(filing.mails.map(mailParts), '') : Prisma.empty}
    ${filing.appealJobs ? appealPart(filing.appealJobs, c.id) : Prisma.empty}
    ${filing.routedJobs ? routedPart(filing.routedJobs, c.id) : Prisma.empty}
    SELECT case_id FROM gate`;
  const rows = await prepared(pool, sql);
  return rows.length === 1;
}

/**
 * The mandate, if it holds, lets this actor file and covers what is filed: held until it is filed, so that whoever revokes
 * it meanwhile waits, and what was revoked before is seen.
 */
function heldPart({ actor, under, draftId }: Filing): Prisma.Sql {
  if (!under) return Prisma.empty;
  const { mandateId, agendaId, today } = under;
  const { actorId } = actorColumns(actor);
  return Prisma.sql`held AS (
      SELECT m.id FROM mandate m
      WHERE m.id = ${mandateId}::uuid AND ${validMandateSql(today)}
        AND (m.agent_id = ${actorId}::uuid OR EXISTS (SELECT FROM membership k
          WHERE k.account_id = ${actorId}::uuid AND k.organisation_id = m.agent_organisation_id AND k.state = 'active'
            AND k.role = ANY(${memberRolesWith('file')}::member_role[])))
        AND (m.scope = 'all' OR ${agendaId}::uuid = ANY(m.agenda_ids) OR EXISTS (
          SELECT FROM draft d JOIN "case" a ON a.id = d.appeals_case_id
          WHERE d.id = ${draftId}::uuid AND a.mandate_id = m.id))
      FOR SHARE OF m
    ),`;
}

/** Taken behind the gate, so that what is filed twice takes one turn. */
function turnPart(turn: Filing['case']): Prisma.Sql {
  return Prisma.sql`turn AS (${takeTurnSql(turn, Prisma.sql`EXISTS (SELECT FROM gate)`)}),`;
}

function officerSql({ case: c, inTurns }: Filing): Prisma.Sql {
  if (inTurns.length < 2) return Prisma.sql`${c.officerId}::uuid`;
  return Prisma.sql`(${inTurns}::uuid[])[1 + (SELECT turn FROM turn) % ${inTurns.length}::int]`;
}

function proofPart(id: string): Prisma.Sql {
  return Prisma.sql`, proof AS (
      UPDATE authorisation SET case_id = gate.case_id, used_at = gate.at FROM gate WHERE authorisation.id = ${id}::uuid
    )`;
}

function searchPart(tokens: string[]): Prisma.Sql {
  return Prisma.sql`, new_search AS (
      INSERT INTO case_search (case_id, tokens) SELECT case_id, ${tokens}::bigint[] FROM gate
    )`;
}

function mailParts({ id, kind, recipient, message, jobs }: FilingMail, position: number): Prisma.Sql {
  const name = (part: string) => Prisma.raw(`${part}_${position}`);
  return Prisma.sql`, ${name('new_mail')} AS (
      INSERT INTO mail (id, kind, case_id, recipient, message, created_at)
      SELECT ${id}::uuid, ${kind}, case_id, ${recipient}, ${message}, at FROM gate
    ), ${name('new_job')} AS (
      ${jobs(jobIfFiled({ mailId: id }))}
    )`;
}

function appealPart(jobs: InsertJobs, appealId: string): Prisma.Sql {
  return Prisma.sql`, appeal_job AS (${jobs(jobIfFiled({ appealId }))})`;
}

function routedPart(jobs: InsertJobs, caseId: string): Prisma.Sql {
  return Prisma.sql`, routed_job AS (${jobs(jobIfFiled({ caseId }))})`;
}

function jobIfFiled(data: MailJob | AppealJob | RoutedJob): Prisma.Sql {
  return Prisma.sql`SELECT CASE WHEN EXISTS (SELECT FROM gate) THEN ${JSON.stringify([{ data }])} ELSE '[]' END`;
}
