import { Prisma } from '../../generated/prisma/client.ts';
import type { Vault } from '../../vault/vault.ts';
import { type MessageFile, openContent } from './message.ts';

/** A message of a case. */
export interface CaseMessage {
  id: string;
  /** The officer who wrote it; null when the applicant did. */
  officer: string | null;
  /** The agent who wrote it for the applicant. */
  agent: string | null;
  at: Temporal.Instant;
  /** When the other side first had it on the screen. */
  readAt: Temporal.Instant | null;
  text: string;
  files: MessageFile[];
}

/** A page of the messages of a case, the newest first. */
export interface Messages {
  list: CaseMessage[];
  /** The message behind which older ones begin; null when these are all. */
  olderThan: string | null;
}

const pageSize = 20;

/** As `messagesSql` gives it. */
export interface MessageRow {
  id: string;
  at: string;
  readAt: string | null;
  /** Base64. */
  content: string;
}

/** A page of messages as a part of another statement, of the case `c`; one more than a page, by which older ones are known. */
export function messagesSql(olderThan: string | null): Prisma.Sql {
  return Prisma.sql`(
    SELECT jsonb_agg(jsonb_build_object('id', m.id, 'at', m.at, 'readAt', m.read_at,
      'content', encode(m.content, 'base64')) ORDER BY m.at DESC, m.id DESC)
    FROM (
      SELECT id, at, read_at, content FROM case_message
      WHERE case_id = c.id AND (${olderThan}::uuid IS NULL
        OR (at, id) < (SELECT o.at, o.id FROM case_message o WHERE o.id = ${olderThan}::uuid AND o.case_id = c.id))
      ORDER BY at DESC, id DESC LIMIT ${pageSize + 1}
    ) m)`;
}

export function openMessages(vault: Vault, rows: MessageRow[] | null): Messages {
  const list = (rows ?? []).slice(0, pageSize).map((row): CaseMessage => {
    const { from, text, attachments } = openContent(vault, row.id, Buffer.from(row.content, 'base64'));
    return {
      id: row.id,
      officer: from.side === 'office' ? from.name : null,
      agent: from.side === 'applicant' ? (from.agent ?? null) : null,
      at: Temporal.Instant.from(row.at),
      readAt: row.readAt === null ? null : Temporal.Instant.from(row.readAt),
      text,
      files: attachments,
    };
  });
  return { list, olderThan: (rows?.length ?? 0) > pageSize ? (list.at(-1)?.id ?? null) : null };
}
