import { departmentsOf, type Officer } from '../../core/actor.ts';
import { may, worksCases } from '../../core/office/rights.ts';
import { Prisma } from '../../generated/prisma/client.ts';

/** By what the figures are listed. */
export type Listing = 'agendy' | 'odbory' | 'urednici';

/**
 * Whose cases an officer may count: the registry and administrators those of the office, a head those of the department,
 * its units and each of their officers, a clerk those of the department altogether and their own.
 */
export interface FiguresScope {
  listings: readonly Listing[];
  /** Of the case `c`, for all listings. */
  of: Prisma.Sql;
  /** Besides, for the listing by officers. */
  ofOfficers: Prisma.Sql;
}

/** Null for those who have nothing to do with cases. */
export function figuresScope(officer: Officer): FiguresScope | null {
  const all = Prisma.sql`TRUE`;
  if (may(officer, 'countOffice')) {
    return { listings: ['agendy', 'odbory'], of: all, ofOfficers: Prisma.sql`FALSE` };
  }
  if (!worksCases(officer)) return null;
  const isHead = officer.roles.includes('head');
  return {
    listings: officer.units.length > 0 ? ['agendy', 'odbory', 'urednici'] : ['agendy', 'urednici'],
    of: Prisma.sql`c.department_id = ANY(${departmentsOf(officer)}::uuid[])`,
    ofOfficers: isHead ? all : Prisma.sql`c.officer_id = ${officer.officerId}::uuid`,
  };
}
