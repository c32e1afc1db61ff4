import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';

const CONNECTIONS = 20;
const CONNECT_LIMIT_MS = 5_000;
const STATEMENT_LIMIT_MS = 30_000;
const PREPARED_STATEMENTS = 500;

/** The connections that everything in the process shares: Prisma, sessions, rate limits, jobs. */
export function createPool(databaseUrl: string): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    application_name: 'portal',
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    statement_timeout: STATEMENT_LIMIT_MS,
    idle_in_transaction_session_timeout: STATEMENT_LIMIT_MS,
    // A statement that is prepared is planned once: planning takes longer than most of them, and PostgreSQL would plan anew
    // whenever it takes the values of the day for worth it. To start a process beside takes longer than any page has.
    options: '-c plan_cache_mode=force_generic_plan -c max_parallel_workers_per_gather=0',
  });
  pool.on('error', () => undefined); // an idle connection broke; the pool opens another when one is needed
  return pool;
}

/** Prisma over the shared pool. Ending it leaves the pool open. */
export function createPrisma(pool: Pool): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }) });
}

/** Names a query by its text, so that a connection plans it once. Bounded: queries over lists come in many lengths. */
function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    const name = names.size < PREPARED_STATEMENTS ? `p${names.size}` : '';
    if (name) names.set(sql, name);
    return name;
  };
}
