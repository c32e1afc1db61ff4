import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';

/** The job queue: tables of the portal's own database, in their own schema. Not started yet. */
export function createBoss({ databaseUrl, log }: { databaseUrl: string; log: Logger }): PgBoss {
  const boss = new PgBoss({ connectionString: databaseUrl, schema: 'pgboss', max: 4, application_name: 'portal-jobs' });
  // Without a listener an error of the background work (say, a restart of PostgreSQL) would end the process.
  boss.on('error', error => {
    log.error({ err: error }, 'job queue');
  });
  return boss;
}
