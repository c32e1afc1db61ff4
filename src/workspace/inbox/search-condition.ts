import { queryTokens } from '../../cases/commands.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Vault } from '../../vault/vault.ts';

interface Wanted {
  text: string;
  /** Each list: marks of which a case has to have one. */
  marks: string[][];
}

/** Cases that have every word of a text; of no word at all there are none. The planner decides how to look for them. */
export function hasWords(vault: Vault, wanted: Wanted): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM case_search x WHERE x.case_id = c.id AND ${everything(vault, wanted)})`;
}

/** The same as cases `c`, looked up in the index alone and then one by one, whatever the planner takes the words for. */
export function casesWithWords(vault: Vault, wanted: Wanted): Prisma.Sql {
  return Prisma.sql`(SELECT x.case_id FROM case_search x WHERE ${everything(vault, wanted)} OFFSET 0) hit
    CROSS JOIN LATERAL (SELECT * FROM "case" k WHERE k.id = hit.case_id OFFSET 0) c`;
}

/** Of a case_search `x`, wherever its case is. */
export function allWords(vault: Vault, text: string): Prisma.Sql {
  return everything(vault, { text, marks: [] });
}

function everything(vault: Vault, { text, marks }: Wanted): Prisma.Sql {
  const words = queryTokens(vault, text);
  return words.length > 0 ? Prisma.join([...words, ...marks].map(hasOneOf), ' AND ') : Prisma.sql`FALSE`;
}

/** Written into the statement: how common the words are decides how to look for them. */
function hasOneOf(tokens: string[]): Prisma.Sql {
  return Prisma.sql`x.tokens && ${Prisma.raw(`'{${tokens.map(BigInt).join(',')}}'`)}::bigint[]`;
}
