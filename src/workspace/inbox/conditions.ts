import { departmentMark, openInMark, openMark } from '../../cases/commands.ts';
import { departmentsOf, type Officer } from '../../core/actor.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Vault } from '../../vault/vault.ts';
import type { Days, InboxRequest } from './request.ts';
import { hasWords } from './search-condition.ts';
import { orderings } from './sorts.ts';
import { inState, isOpenState } from './state-filters.ts';
import { inView, isOfOpen, isRegistry, usualStates } from './view-conditions.ts';

interface Asked {
  vault: Vault;
  officer: Officer;
  request: Omit<InboxRequest, 'from'>;
  today: Temporal.PlainDate;
  /** Of the officer's departments this one alone. */
  department?: Prisma.Sql | undefined;
}

/** Everything that a list is narrowed by, of the case `c`. */
export function conditionsOf({ vault, officer, request, ...asked }: Asked): Prisma.Sql {
  const { view, state, agenda, department, officer: holder, due, filed, text } = request;
  return Prisma.join(
    [
      inView(view, { officer, ...asked }),
      state === '' ? usualStates(view) : inState(state),
      ...(agenda ? [Prisma.sql`c.agenda_id = (SELECT id FROM agenda WHERE slug = ${agenda})`] : []),
      ...(department ? [Prisma.sql`c.department_id = (SELECT id FROM department WHERE slug = ${department})`] : []),
      ...(holder ? [Prisma.sql`c.officer_id = ${holder}::uuid`] : []),
      ...dueIn(due),
      ...filedIn(filed),
      ...(text ? [hasWords(vault, { text, marks: marksOf(request, officer) })] : []),
    ],
    ' AND ',
  );
}

/** Where in the index a list lies: most are of open cases, the long one of a clerk is of one department. */
export function marksOf({ view, state }: Pick<InboxRequest, 'view' | 'state'>, officer: Officer): string[][] {
  const isOpen = state === '' ? isOfOpen(view) : isOpenState(state);
  if (view === 'odbor') return [departmentsOf(officer).map(isOpen ? openInMark : departmentMark)];
  return isOpen ? [[openMark]] : [];
}

function dueIn({ since, until }: Days): Prisma.Sql[] {
  return [
    ...(since ? [Prisma.sql`c.due_on >= ${since}::date`] : []),
    ...(until ? [Prisma.sql`c.due_on <= ${until}::date`] : []),
  ];
}

/** Days are days in Prague. */
function filedIn({ since, until }: Days): Prisma.Sql[] {
  return [
    ...(since ? [Prisma.sql`c.filed_at >= ${since}::timestamp AT TIME ZONE 'Europe/Prague'`] : []),
    ...(until ? [Prisma.sql`c.filed_at < (${until}::date + 1)::timestamp AT TIME ZONE 'Europe/Prague'`] : []),
  ];
}

/** The order of the list, or the other way round to read the page before a row. */
export function orderOf(
  { officer, request }: { officer: Officer; request: Pick<InboxRequest, 'view' | 'sort'> },
  isReversed: boolean,
): Prisma.Sql {
  const { view, sort } = request;
  const direction = Prisma.raw(sort.descending === isReversed ? '' : ' DESC');
  const { column } = orderings[sort.key];
  const order = Prisma.sql`${column}${direction}, c.id${direction}`;
  // The same in every row of this list, and named so that the index that begins with it gives the order.
  const isOfNobody = view === 'neprirazene' && sort.key === 'termin' && isRegistry(officer);
  return isOfNobody ? Prisma.sql`c.officer_id${direction}, ${order}` : order;
}

/** Behind the row an address names, or before it. */
export function beyond({ sort, from }: InboxRequest): Prisma.Sql {
  if (!from) return Prisma.sql`TRUE`;
  const { column, type } = orderings[sort.key];
  const comparison = Prisma.raw(sort.descending === (from.going === 'back') ? '>' : '<');
  return Prisma.sql`(${column}, c.id) ${comparison} (${from.cursor.key}::${type}, ${from.cursor.id}::uuid)`;
}
