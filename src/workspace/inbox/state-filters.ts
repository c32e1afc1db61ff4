import { Prisma } from '../../generated/prisma/client.ts';

/** How far a case is, as the filter names it. */
export const stateFilters = [
  'nepotvrzene',
  'podane',
  'prevzate',
  'rozpracovane',
  'doplneni',
  'prerusene',
  'vyrizene',
  'odvolani',
  'postoupene',
  'vzate-zpet',
  'zastavene',
  'odlozene',
  'neplatne',
  'uzavrene',
] as const;
export type StateFilter = (typeof stateFilters)[number];

/** In the words of the partial indexes, so that the lists are served by them. */
export const undecided = Prisma.sql`c.decided_at IS NULL`;
const toClose = Prisma.sql`c.closed_at IS NULL AND c.decided_at IS NOT NULL`;

const conditions: Record<StateFilter, Prisma.Sql> = {
  nepotvrzene: Prisma.sql`${undecided} AND c.state = 'unconfirmed'`,
  podane: Prisma.sql`${undecided} AND c.state = 'filed'`,
  prevzate: Prisma.sql`${undecided} AND c.state = 'takenOver'`,
  rozpracovane: Prisma.sql`${undecided} AND c.state = 'inProgress'`,
  doplneni: Prisma.sql`${undecided} AND c.state = 'awaitingApplicant'`,
  prerusene: Prisma.sql`${undecided} AND c.state = 'suspended'`,
  vyrizene: toClose,
  odvolani: Prisma.sql`${toClose} AND c.state = 'appealed'`,
  postoupene: Prisma.sql`${toClose} AND c.state = 'forwarded'`,
  'vzate-zpet': Prisma.sql`${toClose} AND c.state = 'withdrawn'`,
  zastavene: Prisma.sql`${toClose} AND c.state = 'discontinued'`,
  odlozene: Prisma.sql`${toClose} AND c.state = 'shelved'`,
  neplatne: Prisma.sql`${toClose} AND c.state = 'lapsed'`,
  uzavrene: Prisma.sql`c.closed_at IS NOT NULL`,
};

export function inState(filter: StateFilter): Prisma.Sql {
  return conditions[filter];
}

export function isOpenState(filter: StateFilter): boolean {
  return openFilters.includes(filter);
}

const openFilters: StateFilter[] = ['nepotvrzene', 'podane', 'prevzate', 'rozpracovane', 'doplneni', 'prerusene'];
