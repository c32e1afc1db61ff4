import type { Pool } from 'pg';
import { planned } from '../../database/prepared.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Vault } from '../../vault/vault.ts';
import { allWords } from './search-condition.ts';

/**
 * The share of cases from which on words are common. A word of which there are no statistics, with what it may be mistyped from,
 * counts as one in twenty; so this is more.
 */
const commonShare = 0.07;

interface Estimate {
  'QUERY PLAN': [{ Plan: { Plans?: { 'Plan Rows': number }[] } }];
}

/**
 * Whether so many cases have the words that a list is walked until a page is full, rather than all of them looked up and put
 * in order. PostgreSQL estimates it from its statistics, without looking at a case.
 */
export async function isCommon(pool: Pool, vault: Vault, text: string): Promise<boolean> {
  const [estimate] = await planned<Estimate>(
    pool,
    Prisma.sql`EXPLAIN (FORMAT JSON)
      SELECT FROM case_search x WHERE ${allWords(vault, text)} UNION ALL SELECT FROM case_search`,
  );
  // Of no word at all there is nothing to look for, and nothing is planned for it.
  const [found, all] = estimate?.['QUERY PLAN'][0].Plan.Plans ?? [];
  return found !== undefined && all !== undefined && found['Plan Rows'] > all['Plan Rows'] * commonShare;
}
