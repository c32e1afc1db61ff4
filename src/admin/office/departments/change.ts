import { randomUUIDv7 } from 'node:crypto';
import type { AuditAction } from '../../../audit/actions.ts';
import { recordAudit } from '../../../audit/record.ts';
import type { Actor } from '../../../core/actor.ts';
import { moved, withUnits } from '../../../core/office/tree.ts';
import type { Deps } from '../../../deps.ts';
import type { Prisma } from '../../../generated/prisma/client.ts';
import { announceCatalogue } from '../../agendas/version-command.ts';
import { findDepartments } from './queries.ts';
import { findObstacles, isEmpty } from './obstacles.ts';

export interface DepartmentFields {
  name: string;
  phone: string;
  email: string;
  siteId: string;
  parentId: string | null;
}

interface By {
  actor: Actor;
  now: Temporal.Instant;
}
type Tx = Prisma.TransactionClient;
type ChangeDeps = Pick<Deps, 'db'>;

/** The address by which agendas name it is given once and stays. */
export async function addDepartment(
  { db }: ChangeDeps,
  { slug, fields, ...by }: By & { slug: string; fields: DepartmentFields },
): Promise<'done' | 'taken'> {
  return inOffice(db, async tx => {
    if (await tx.department.findUnique({ where: { slug }, select: { id: true } })) return 'taken';
    const id = randomUUIDv7();
    await tx.department.create({ data: { id, slug, ...fields, position: await lastPosition(tx, fields.parentId) } });
    await audit(tx, by, { action: 'departmentAdded', id, slug });
    return 'done';
  });
}

/** `circle`: it would become a unit of one of its own units. */
export async function changeDepartment(
  { db }: ChangeDeps,
  { id, fields, ...by }: By & { id: string; fields: DepartmentFields },
): Promise<'done' | 'circle' | 'missing'> {
  return inOffice(db, async tx => {
    const departments = await findDepartments(tx);
    const before = departments.find(department => department.id === id);
    if (!before) return 'missing';
    if (fields.parentId !== null && withUnits(departments, id).has(fields.parentId)) return 'circle';
    const isMoved = fields.parentId !== before.parentId;
    const position = isMoved ? await lastPosition(tx, fields.parentId) : before.position;
    await tx.department.update({ where: { id }, data: { ...fields, position } });
    await audit(tx, by, { action: 'departmentChanged', id, slug: before.slug });
    return 'done';
  });
}

/** Changes places with the neighbour on that side; without one nothing happens. */
export async function moveDepartment(
  { db }: ChangeDeps,
  { id, by: side, ...by }: By & { id: string; by: -1 | 1 },
): Promise<void> {
  await inOffice(db, async tx => {
    const departments = await findDepartments(tx);
    const siblings = moved(departments, id, side);
    if (!siblings) return;
    for (const [position, sibling] of siblings.entries()) {
      await tx.department.update({ where: { id: sibling.id }, data: { position } });
    }
    const slug = departments.find(department => department.id === id)?.slug ?? '';
    await audit(tx, by, { action: 'departmentChanged', id, slug });
  });
}

export async function removeDepartment(
  { db }: ChangeDeps,
  { id, slug, ...by }: By & { id: string; slug: string },
): Promise<'done' | 'notEmpty'> {
  return inOffice(db, async tx => {
    if (!isEmpty(await findObstacles(tx, { id, slug }))) return 'notEmpty';
    await tx.department.delete({ where: { id } });
    await audit(tx, by, { action: 'departmentRemoved', id, slug });
    return 'done';
  });
}

/** One change at a time, so that no two together make a circle; the public pages hear of it. */
async function inOffice<T>(db: Deps['db'], change: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction(async tx => {
    await tx.$executeRaw`LOCK TABLE "department" IN SHARE ROW EXCLUSIVE MODE`;
    const result = await change(tx);
    await announceCatalogue(tx);
    return result;
  });
}

async function lastPosition(tx: Tx, parentId: string | null): Promise<number> {
  const { _max } = await tx.department.aggregate({ where: { parentId }, _max: { position: true } });
  return (_max.position ?? -1) + 1;
}

type Changed = {
  action: Extract<AuditAction, 'departmentAdded' | 'departmentChanged' | 'departmentRemoved'>;
  id: string;
  slug: string;
};

async function audit(tx: Tx, { actor, now }: By, { action, id, slug }: Changed): Promise<void> {
  await recordAudit(tx, { actor, at: now, action, subject: `department/${id}`, details: { slug } });
}
