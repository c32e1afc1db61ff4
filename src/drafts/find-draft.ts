import { prepared } from '../database/prepared.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { AppDeps } from '../deps.ts';
import { openEntries, type OpenDraft } from './draft.ts';
import type { Owner } from './owner.ts';

export type FoundDraft = { filed: false; draft: OpenDraft } | { filed: true; caseId: string; reference: string };

interface Row {
  id: string;
  agendaVersionId: string;
  agendaSlug: string;
  entries: Uint8Array;
  visited: string[];
  version: number;
  expiresAt: Date;
  isOffered: boolean;
  caseId: string | null;
  reference: string | null;
}

/**
 * The draft in its owner's scope; anybody else's is not found. One query, since it precedes every page of a form.
 * A newer version of the agenda does not end a draft; its withdrawal does.
 */
export async function findDraft(
  { pool, vault, now, definitions }: AppDeps,
  { id, owner }: { id: string; owner: Owner },
): Promise<FoundDraft | undefined> {
  const sql = Prisma.sql`
    SELECT d.id, d.agenda_version_id AS "agendaVersionId", a.slug AS "agendaSlug", d.entries, d.visited, d.version,
      d.expires_at AS "expiresAt", c.id AS "caseId", c.reference,
      v.status <> 'withdrawn' AND EXISTS (
        SELECT FROM agenda_version p WHERE p.agenda_id = v.agenda_id AND p.status = 'published') AS "isOffered"
    FROM draft d
    JOIN agenda_version v ON v.id = d.agenda_version_id
    JOIN agenda a ON a.id = v.agenda_id
    LEFT JOIN "case" c ON c.draft_id = d.id
    WHERE d.id = ${id}::uuid
      AND (d.account_id = ${owner.accountId}::uuid OR d.account_id IS NULL AND d.id = ANY(${owner.guestDrafts}::uuid[]))
      AND (d.expires_at > ${now().toString()}::timestamptz OR c.id IS NOT NULL)`;
  const [row] = await prepared<Row>(pool, sql);
  if (!row) return undefined;
  if (row.caseId !== null && row.reference !== null) {
    return { filed: true, caseId: row.caseId, reference: row.reference };
  }
  const { agendaSlug, visited, version, isOffered } = row;
  return {
    filed: false,
    draft: {
      id,
      agendaSlug,
      definition: await definitions.of(row.agendaVersionId),
      entries: openEntries(vault, id, row.entries),
      visited,
      version,
      expiresAt: row.expiresAt.toTemporalInstant(),
      isOffered,
    },
  };
}
