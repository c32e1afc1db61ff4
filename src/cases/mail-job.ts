import type { PgBoss } from 'pg-boss';
import { Prisma } from '../generated/prisma/client.ts';
import { mailQueue } from '../notifications/queue.ts';

const statements = new WeakMap<PgBoss, Promise<MailJobs>>();

/** From SQL that gives the jobs as JSON text, the statement that queues them. */
export type MailJobs = (jobs: Prisma.Sql) => Prisma.Sql;

/**
 * The statement by which pg-boss puts mails into its queue, to be a part of a bigger one: so the job is inserted in the
 * same round trip as everything else of a filing, and what a job looks like stays the business of pg-boss.
 */
export function insertMailJobs(boss: PgBoss): Promise<MailJobs> {
  const known = statements.get(boss);
  if (known) return known;
  const made = readStatement(boss);
  statements.set(boss, made);
  made.catch(() => statements.delete(boss));
  return made;
}

/** pg-boss lets its caller run its SQL; this caller only writes it down. */
async function readStatement(boss: PgBoss): Promise<MailJobs> {
  let statement = '';
  const executeSql = (text: string) => {
    statement = text;
    return Promise.resolve({ rows: [] });
  };
  await boss.insert(mailQueue, [], { db: { executeSql } });
  const [before, after, ...more] = statement.split('$1');
  if (before === undefined || after === undefined || more.length > 0 || !before.trimStart().startsWith('INSERT')) {
    throw new Error('pg-boss inserts jobs in a way that cannot be a part of another statement');
  }
  return jobs => Prisma.sql`${Prisma.raw(before)}(${jobs})${Prisma.raw(after)}`;
}
