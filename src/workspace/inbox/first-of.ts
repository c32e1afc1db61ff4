import { departmentsOf, type Officer } from '../../core/actor.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { orderOf } from './conditions.ts';
import type { InboxRequest } from './request.ts';
import { isOfDepartments } from './view-conditions.ts';

interface List {
  officer: Officer;
  request: Pick<InboxRequest, 'view' | 'sort' | 'text'>;
  isReversed: boolean;
}

interface Wanted {
  columns: Prisma.Sql;
  /** Of the case `c`; of one department alone when it is named. */
  where: (department?: Prisma.Sql) => Prisma.Sql;
  limit: Prisma.Sql;
}

/**
 * All of a list that can be among its first cases, to be put in order and cut off once more. Of a list of several
 * departments these are the first of each, since only within one is an index in the order of the list. What is looked
 * for by words is found by the words instead.
 */
export function firstOf({ isReversed, ...list }: List, { columns, where, limit }: Wanted): Prisma.Sql {
  const { officer, request } = list;
  const from = (department?: Prisma.Sql): Prisma.Sql => Prisma.sql`(
    SELECT ${columns} FROM "case" c WHERE ${where(department)}
    ORDER BY ${orderOf(list, isReversed)} LIMIT ${limit})`;
  if (officer.units.length === 0 || request.text || !isOfDepartments(request.view, officer)) return from();
  return Prisma.sql`(
    SELECT c.* FROM unnest(${departmentsOf(officer)}::uuid[]) unit (id)
    CROSS JOIN LATERAL ${from(Prisma.sql`unit.id`)} c)`;
}
