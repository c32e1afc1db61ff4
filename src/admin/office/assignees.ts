import { rolesWith } from '../../core/office/rights.ts';
import { awayOn } from '../../core/case/deputies.ts';
import { compareNames } from '../../core/czech/surname-first.ts';
import { inOrder } from '../../core/office/tree.ts';
import { findAbsencesOn } from '../../database/absences.ts';
import type { PrismaClient } from '../../generated/prisma/client.ts';

/** A department with those of its officers who can be given cases today. */
export interface AssigneeGroup {
  id: string;
  name: string;
  /** "Odbor dopravy » Oddělení registru". */
  path: string;
  officers: { id: string; name: string; jobTitle: string }[];
}

/** In the order of the tree; who is away, has left or works no cases is not among them, nor is `except`. */
export async function findAssignees(
  db: PrismaClient,
  { today, except }: { today: Temporal.PlainDate; except: string },
): Promise<AssigneeGroup[]> {
  const [departments, absences] = await Promise.all([
    db.department.findMany({
      select: {
        id: true,
        name: true,
        parentId: true,
        position: true,
        officers: {
          select: { id: true, jobTitle: true, account: { select: { name: true } } },
          where: { active: true, roles: { hasSome: rolesWith('workCases') }, id: { not: except } },
        },
      },
    }),
    findAbsencesOn(db, today),
  ]);
  return inOrder(departments).map(({ id, name, path, officers }) => ({
    ...{ id, name, path: path.join(' » ') },
    officers: officers
      .filter(officer => awayOn(officer.id, absences, today) === null)
      .map(({ account, ...officer }) => ({ ...officer, name: account.name }))
      .sort((a, b) => compareNames(a.name, b.name)),
  }));
}
