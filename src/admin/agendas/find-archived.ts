import type { PrismaClient } from '../../generated/prisma/client.ts';

interface ArchivedVersion {
  slug: string;
  document: unknown;
  /** Nobody was ever offered it. */
  isSketch: boolean;
}

/** One version of every agenda: the published one, else the one being written, else what was offered last. */
export async function findArchived(db: Pick<PrismaClient, '$queryRaw'>): Promise<ArchivedVersion[]> {
  return db.$queryRaw<ArchivedVersion[]>`
    SELECT DISTINCT ON (a.slug) a.slug, v.definition AS document, v.published_at IS NULL AS "isSketch"
    FROM agenda a JOIN agenda_version v ON v.agenda_id = a.id AND v.status <> 'trial'
    ORDER BY a.slug, v.status = 'published' DESC, v.status IN ('draft', 'scheduled') DESC,
      v.published_at IS NOT NULL DESC, v.number DESC`;
}
