import { recordAudit } from '../../../audit/record.ts';
import type { Actor } from '../../../core/actor.ts';
import { dayInPrague } from '../../../core/czech/format.ts';
import { dayColumn } from '../../../database/days.ts';
import type { Deps } from '../../../deps.ts';
import type { OfficerRole, Prisma } from '../../../generated/prisma/client.ts';
import type { Newcomer, Post } from './form.ts';
import { findPerson } from './queries.ts';

interface By {
  actor: Actor;
  now: Temporal.Instant;
}
type Tx = Prisma.TransactionClient;
type ChangeDeps = Pick<Deps, 'db'>;

/** Gives the account of somebody the office takes on, making and inviting it when there is none; from another slice. */
export type Invite = (tx: Tx, person: { email: string; name: string }) => Promise<string>;

/** As their account calls them; `isInvited` by a mail that lets them set a password, since nobody has opened that account yet. */
interface Added {
  name: string;
  isInvited: boolean;
}

/** Somebody becomes an officer; null when they are one already. */
export async function addOfficer(
  { db }: ChangeDeps,
  { newcomer, invite, actor, now }: By & { newcomer: Newcomer; invite: Invite },
): Promise<Added | null> {
  const { email, name, ...post } = newcomer;
  return db.$transaction(async tx => {
    const accountId = await invite(tx, { email, name });
    if (await tx.officer.findUnique({ where: { accountId }, select: { id: true } })) return null;
    const { id, account } = await tx.officer.create({
      data: { accountId, ...post },
      select: { id: true, account: { select: { name: true, confirmedAt: true } } },
    });
    const details = { officerId: id, roles: post.roles.join(' ') };
    await recordAudit(tx, { actor, at: now, action: 'officerAdded', subject: `officer/${id}`, details });
    return { name: account.name, isInvited: account.confirmedAt === null };
  });
}

/** `lastAdmin`: nobody would be left to administer the portal; `hasCases`: who works no cases cannot keep any. */
type Refused = 'lastAdmin' | 'hasCases';

export async function changeOfficer(
  { db }: ChangeDeps,
  { id, post, actor, now }: By & { id: string; post: Post },
): Promise<'done' | Refused> {
  const { name, ...columns } = post;
  return db.$transaction(async tx => {
    const before = await findPerson(tx, id);
    if (before?.active && (await isLastAdmin(tx, id)) && !columns.roles.includes('admin')) return 'lastAdmin';
    if (before && before.openCases > 0 && !worksCases(columns.roles)) return 'hasCases';
    const { accountId } = await tx.officer.update({ where: { id }, data: columns, select: { accountId: true } });
    await tx.account.update({ where: { id: accountId }, data: { name } });
    if (before?.departmentId !== columns.departmentId || !worksCases(columns.roles)) await leaveTasks(tx, id);
    const details = { officerId: id, roles: columns.roles.join(' ') };
    await recordAudit(tx, { actor, at: now, action: 'officerChanged', subject: `officer/${id}`, details });
    return 'done';
  });
}

/** From now on they cannot sign in, get no cases and stand in for nobody; what they have is to be handed over. */
export async function markLeft({ db }: ChangeDeps, { id, actor, now }: By & { id: string }): Promise<'done' | Refused> {
  return db.$transaction(async tx => {
    const before = await findPerson(tx, id);
    if (!before?.active) return 'done';
    if (await isLastAdmin(tx, id)) return 'lastAdmin';
    await tx.officer.update({ where: { id }, data: { active: false } });
    await tx.absence.updateMany({
      where: { deputyId: id, untilOn: { gte: dayColumn(dayInPrague(now)) } },
      data: { deputyId: null },
    });
    await leaveTasks(tx, id);
    const details = { officerId: id, cases: before.openCases };
    await recordAudit(tx, { actor, at: now, action: 'officerLeft', subject: `officer/${id}`, details });
    return 'done';
  });
}

export async function markReturned({ db }: ChangeDeps, { id, actor, now }: By & { id: string }): Promise<void> {
  await db.$transaction(async tx => {
    await tx.officer.update({ where: { id }, data: { active: true } });
    const details = { officerId: id };
    await recordAudit(tx, { actor, at: now, action: 'officerReturned', subject: `officer/${id}`, details });
  });
}

/** What other departments asked them for stays with their department. */
async function leaveTasks(tx: Tx, officerId: string): Promise<void> {
  await tx.caseTask.updateMany({ where: { officerId, state: 'open' }, data: { officerId: null } });
}

/** The rows are locked, so that two administrators cannot send each other away at the same moment. */
async function isLastAdmin(tx: Tx, id: string): Promise<boolean> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM officer WHERE active AND 'admin' = ANY(roles) ORDER BY id FOR UPDATE`;
  return admins.length === 1 && admins[0]?.id === id;
}

function worksCases(roles: OfficerRole[]): boolean {
  return roles.includes('clerk') || roles.includes('head');
}
