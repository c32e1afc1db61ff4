import type { Definition } from '../core/form/definition.ts';
import { prepared } from '../database/prepared.ts';
import type { Deps } from '../deps.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { type MessageRow, type Messages, messagesSql, openMessages } from './messages/read-messages.ts';
import { type Correction, type CorrectionRow, correctionsSql, openCorrections } from './supplement/read-corrections.ts';

/** What has gone between the office and the applicant since the filing. */
export interface Exchange {
  messages: Messages;
  corrections: Correction[];
  /** References of the appeals against the decision, and of the case this one is an appeal in. */
  appeals: string[];
  appealsAgainst: string | null;
  agenda: Definition;
}

interface Row {
  agendaVersionId: string;
  messages: MessageRow[] | null;
  corrections: CorrectionRow[] | null;
  appeals: string[] | null;
  appealsAgainst: string | null;
}

/** One query, for a page that shows all of it. That its reader may see the case, the caller has found out. */
export async function readExchange(
  { pool, vault, definitions }: Pick<Deps, 'pool' | 'vault' | 'definitions'>,
  { caseId, olderThan }: { caseId: string; olderThan: string | null },
): Promise<Exchange> {
  const [row] = await prepared<Row>(
    pool,
    Prisma.sql`SELECT c.agenda_version_id AS "agendaVersionId", ${exchangeSql(olderThan)}
      FROM "case" c WHERE c.id = ${caseId}::uuid`,
  );
  if (!row) throw new Error('the case has been read just now');
  return { ...openExchange({ vault }, row), agenda: await definitions.of(row.agendaVersionId) };
}

/** The same as columns of another statement, of the case `c`. */
export function exchangeSql(olderThan: string | null): Prisma.Sql {
  return Prisma.sql`
    ${messagesSql(olderThan)} AS messages,
    ${correctionsSql} AS corrections,
    (SELECT jsonb_agg(b.reference ORDER BY b.filed_at) FROM "case" b WHERE b.appeals_case_id = c.id) AS appeals,
    (SELECT b.reference FROM "case" b WHERE b.id = c.appeals_case_id) AS "appealsAgainst"`;
}

export type ExchangeRow = Omit<Row, 'agendaVersionId'>;

export function openExchange({ vault }: Pick<Deps, 'vault'>, row: ExchangeRow): Omit<Exchange, 'agenda'> {
  return {
    messages: openMessages(vault, row.messages),
    corrections: openCorrections(vault, row.corrections),
    appeals: row.appeals ?? [],
    appealsAgainst: row.appealsAgainst,
  };
}
