import { prepared } from '../database/prepared.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { AppDeps } from '../deps.ts';
import { openEntries } from '../vault/draft-entries.ts';
import type { OpenDraft } from './draft.ts';
import { ownedBy, type Owner } from './owner.ts';

export type FoundDraft =
  | {
      filed: false;
      draft: OpenDraft;
      /** The version of the agenda that is offered now, when the draft is not of it. */
      newerVersionId: string | null;
    }
  | { filed: true; caseId: string; reference: string };

interface Row extends Pick<
  OpenDraft,
  'id' | 'agendaSlug' | 'agendaVersionId' | 'visited' | 'version' | 'organisation' | 'mandateId' | 'begunBy'
> {
  entries: Uint8Array;
  changes: string[];
  prefilled: string[];
  prefilledFrom: Record<string, string>;
  expiresAt: Date;
  isTrial: boolean;
  offeredVersionId: string | null;
  withdrawalMessage: string | null;
  caseId: string | null;
  reference: string | null;
}

/**
 * The draft in its owner's scope; anybody else's is not found. One query, since it precedes every page of a form.
 * A newer version of the agenda does not end a draft; its withdrawal does. A sketch that is put aside says nothing to people.
 */
export async function findDraft(
  { pool, vault, now, definitions }: AppDeps,
  { id, owner }: { id: string; owner: Owner },
): Promise<FoundDraft | undefined> {
  const sql = Prisma.sql`
    SELECT d.id, d.agenda_version_id AS "agendaVersionId", a.slug AS "agendaSlug", d.entries, d.visited, d.version,
      d.changes, d.prefilled, d.prefilled_from AS "prefilledFrom", d.expires_at AS "expiresAt", d.trial AS "isTrial", f.name AS organisation,
      d.mandate_id AS "mandateId", (SELECT x.name FROM account x WHERE x.id = d.acted_by_id) AS "begunBy", p.id AS "offeredVersionId",
      c.id AS "caseId", c.reference,
      CASE WHEN p.id IS NULL THEN (
        SELECT w.withdrawal_message FROM agenda_version w
        WHERE w.agenda_id = v.agenda_id AND w.status = 'withdrawn' AND w.published_at IS NOT NULL
        ORDER BY w.withdrawn_at DESC LIMIT 1) END AS "withdrawalMessage"
    FROM draft d
    JOIN agenda_version v ON v.id = d.agenda_version_id
    JOIN agenda a ON a.id = v.agenda_id
    LEFT JOIN agenda_version p ON p.agenda_id = v.agenda_id AND p.status = 'published'
    LEFT JOIN organisation f ON f.id = d.organisation_id
    LEFT JOIN "case" c ON c.draft_id = d.id
    WHERE d.id = ${id}::uuid
      AND ${ownedBy(owner)}
      AND (d.expires_at > ${now().toString()}::timestamptz OR c.id IS NOT NULL)`;
  const [row] = await prepared<Row>(pool, sql);
  if (!row) return undefined;
  const { caseId, reference, isTrial, offeredVersionId, entries, expiresAt, ...draft } = row;
  if (caseId !== null && reference !== null) return { filed: true, caseId, reference };
  return {
    filed: false,
    draft: {
      ...draft,
      isTrial,
      definition: await definitions.of(row.agendaVersionId),
      entries: openEntries(vault, id, entries),
      expiresAt: expiresAt.toTemporalInstant(),
      isOffered: isTrial || offeredVersionId !== null,
    },
    // A trial stays with the sketch it tries.
    newerVersionId: isTrial || offeredVersionId === row.agendaVersionId ? null : offeredVersionId,
  };
}
