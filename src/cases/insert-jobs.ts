import type { PgBoss } from 'pg-boss';
import { Prisma } from '../generated/prisma/client.ts';

const statements = new WeakMap<PgBoss, Map<string, Promise<InsertJobs>>>();

/** From SQL that gives the jobs as JSON text, the statement that queues them. */
export type InsertJobs = (jobs: Prisma.Sql) => Prisma.Sql;

/**
 * The statement by which pg-boss puts jobs into a queue, to be a part of a bigger one: so the job is inserted in the
 * same round trip as everything else of a filing, and what a job looks like stays the business of pg-boss.
 */
export function insertJobs(boss: PgBoss, queue: string): Promise<InsertJobs> {
  const ofBoss = statements.get(boss) ?? new Map<string, Promise<InsertJobs>>();
  statements.set(boss, ofBoss);
  const known = ofBoss.get(queue);
  if (known) return known;
  const made = readStatement(boss, queue);
  ofBoss.set(queue, made);
  made.catch(() => ofBoss.delete(queue));
  return made;
}

/** pg-boss lets its caller run its SQL; this caller only writes it down. */
async function readStatement(boss: PgBoss, queue: string): Promise<InsertJobs> {
  let statement = '';
  const executeSql = (text: string) => {
    statement = text;
    return Promise.resolve({ rows: [] });
  };
  await boss.insert(queue, [], { db: { executeSql } });
  const [before, after, ...more] = statement.split('$1');
  if (before === undefined || after === undefined || more.length > 0 || !before.trimStart().startsWith('INSERT')) {
    throw new Error('pg-boss inserts jobs in a way that cannot be a part of another statement');
  }
  return jobs => Prisma.sql`${Prisma.raw(before)}(${jobs})${Prisma.raw(after)}`;
}
