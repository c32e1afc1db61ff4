import { queryTokens } from '../../cases/commands.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Vault } from '../../vault/vault.ts';

/** Cases that have every word of a text; of no word at all there are none. */
export function hasWords(vault: Vault, text: string): Prisma.Sql {
  const words = queryTokens(vault, text).map(tokens => Prisma.sql`x.tokens && ${tokens}::bigint[]`);
  if (words.length === 0) return Prisma.sql`FALSE`;
  return Prisma.sql`EXISTS (SELECT FROM case_search x WHERE x.case_id = c.id AND ${Prisma.join(words, ' AND ')})`;
}
