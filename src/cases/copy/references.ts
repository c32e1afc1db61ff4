import type { Deps } from '../../deps.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { type Reader, readableBy } from '../scope.ts';

const page = 100;

interface Row {
  id: string;
  reference: string;
  filedAt: string;
}

/** References of all cases somebody may read, the newest first, a page at a time. */
export async function* readableReferences({ db }: Pick<Deps, 'db'>, reader: Reader): AsyncGenerator<string> {
  let after: Row | undefined;
  for (;;) {
    const behind = after
      ? Prisma.sql`AND (c.filed_at, c.id) < (${after.filedAt}::timestamptz, ${after.id}::uuid)`
      : Prisma.empty;
    const rows = await db.$queryRaw<Row[]>`
      SELECT c.id, c.reference, c.filed_at::text AS "filedAt" FROM "case" c
      WHERE ${readableBy(reader)} AND NOT c.trial ${behind}
      ORDER BY c.filed_at DESC, c.id DESC LIMIT ${page}`;
    for (const { reference } of rows) yield reference;
    after = rows.at(-1);
    if (rows.length < page) return;
  }
}
