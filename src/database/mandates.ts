import { Prisma } from '../generated/prisma/client.ts';

/** Whether the mandate `m` holds on that day, as `core/mandate/mandate` says it of one that is read. */
export function validMandateSql(day: Temporal.PlainDate): Prisma.Sql {
  const on = Prisma.sql`${day.toString()}::date`;
  return Prisma.sql`m.state = 'active' AND m.from_on <= ${on} AND (m.until_on IS NULL OR m.until_on >= ${on})`;
}
