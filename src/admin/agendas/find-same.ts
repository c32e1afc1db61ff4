import type { Prisma } from '../../generated/prisma/client.ts';
import type { GivenDocument } from './documents.ts';

type Db = Pick<Prisma.TransactionClient, '$queryRaw'>;

/** The version of its agenda that says the very same, whatever became of it; the order of keys does not matter. */
export async function findSame(
  db: Db,
  { slug, document }: Pick<GivenDocument, 'slug' | 'document'>,
): Promise<number | undefined> {
  // The sketch first, then what is offered: of several, these are what somebody looks for.
  const [same] = await db.$queryRaw<{ number: number }[]>`
    SELECT v.number FROM agenda_version v JOIN agenda a ON a.id = v.agenda_id
    WHERE a.slug = ${slug} AND v.status <> 'trial' AND v.definition = ${JSON.stringify(document)}::jsonb
    ORDER BY v.status IN ('draft', 'scheduled') DESC, v.status = 'published' DESC, v.number DESC LIMIT 1`;
  return same?.number;
}

export interface SameVersion {
  slug: string;
  number: number;
}

/**
 * Tells what is news from what the portal has already, word for word. The latter needs no check: it may be a sketch with gaps,
 * or of a time when less was asked of an agenda.
 */
export async function tellNews(
  db: Db,
  given: readonly GivenDocument[],
): Promise<{ same: SameVersion[]; news: GivenDocument[] }> {
  const same: SameVersion[] = [];
  const news: GivenDocument[] = [];
  for (const one of given) {
    const number = await findSame(db, one);
    if (number === undefined) news.push(one);
    else same.push({ slug: one.slug, number });
  }
  return { same, news };
}
