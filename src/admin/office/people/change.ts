import { recordAudit } from '../../../audit/record.ts';
import type { Actor, Officer } from '../../../core/actor.ts';
import { dayInPrague } from '../../../core/czech/format.ts';
import { fourEyesRoles, grants, needsConsent, rolesWith, worksCases } from '../../../core/office/rights.ts';
import { dayColumn } from '../../../database/days.ts';
import type { Prisma } from '../../../generated/prisma/client.ts';
import { askForRoles, type GrantDeps } from './grants.ts';
import type { Newcomer, Post } from './form.ts';
import { findPerson } from './queries.ts';

interface By {
  actor: Officer;
  now: Temporal.Instant;
}
type Tx = Prisma.TransactionClient;
type ChangeDeps = GrantDeps;

/** Gives the account of somebody the office takes on, making and inviting it when there is none; from another slice. */
export type Invite = (tx: Tx, person: { email: string; name: string }) => Promise<string>;

/** As their account calls them; `isInvited` by a mail that lets them set a password, since nobody has opened that account yet. */
interface Added {
  name: string;
  isInvited: boolean;
}

/** Somebody becomes an officer; null when they are one already. Administrative roles wait for consent. */
export async function addOfficer(
  deps: ChangeDeps,
  { newcomer, invite, actor, now }: By & { newcomer: Newcomer; invite: Invite },
): Promise<Added | null> {
  const { email, name, ...post } = newcomer;
  const pending = needsConsent([], post.roles);
  const roles = post.roles.filter(role => !pending.includes(role));
  return deps.db.$transaction(async tx => {
    const accountId = await invite(tx, { email, name });
    if (await tx.officer.findUnique({ where: { accountId }, select: { id: true } })) return null;
    const { id, account } = await tx.officer.create({
      data: { accountId, ...post, roles },
      select: { id: true, account: { select: { name: true, confirmedAt: true } } },
    });
    await askForRoles(tx, deps, { officerId: id, roles: pending, actor });
    const details = { officerId: id, roles: roles.join(' ') };
    await recordAudit(tx, { actor, at: now, action: 'officerAdded', subject: `officer/${id}`, details });
    return { name: account.name, isInvited: account.confirmedAt === null };
  });
}

/** `lastAdmin`: nobody would be left to administer the portal; `hasCases`: who works no cases cannot keep any. */
type Refused = 'lastAdmin' | 'hasCases';

type Change<A extends Actor> = { id: string; post: Post; actor: A; now: Temporal.Instant };

/** Administrative roles wait for the consent of another administrator. */
export function changeOfficer(deps: ChangeDeps, change: Change<Officer>): Promise<'done' | Refused> {
  const { id: officerId, post, actor } = change;
  return deps.db.$transaction(async tx => {
    const before = await findPerson(tx, officerId);
    const pending = needsConsent(before?.roles ?? [], post.roles);
    const roles = post.roles.filter(role => !pending.includes(role));
    const result = await changeIn(tx, { ...change, post: { ...post, roles } });
    if (result === 'done') await askForRoles(tx, deps, { officerId, roles: pending, actor });
    return result;
  });
}

/** As it is said, by an administrator or by the office's directory, which is the authority over its officers. */
export async function changeIn(tx: Tx, { id, post, actor, now }: Change<Actor>): Promise<'done' | Refused> {
  const { name, ...columns } = post;
  const before = await findPerson(tx, id);
  if (before?.active && (await isLastAdmin(tx, id)) && !grants(columns.roles, 'managePeople')) return 'lastAdmin';
  if (before && before.openCases > 0 && !worksCases(columns)) return 'hasCases';
  const { accountId } = await tx.officer.update({ where: { id }, data: columns, select: { accountId: true } });
  await tx.account.update({ where: { id: accountId }, data: { name } });
  if (before?.departmentId !== columns.departmentId || !worksCases(columns)) await leaveTasks(tx, id);
  const details = { officerId: id, roles: columns.roles.join(' ') };
  await recordAudit(tx, { actor, at: now, action: 'officerChanged', subject: `officer/${id}`, details });
  return 'done';
}

type Leaving = { id: string; actor: Actor; now: Temporal.Instant };

/** From now on they cannot sign in, get no cases and stand in for nobody; what they have is to be handed over. */
export function markLeft({ db }: Pick<ChangeDeps, 'db'>, leaving: Leaving): Promise<'done' | Refused> {
  return db.$transaction(tx => markLeftIn(tx, leaving));
}

export async function markLeftIn(tx: Tx, { id, actor, now }: Leaving): Promise<'done' | Refused> {
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
}

/** What needs the consent of another is to be asked for again. */
export async function markReturned({ db }: ChangeDeps, { id, actor, now }: By & { id: string }): Promise<void> {
  await db.$transaction(async tx => {
    const { roles } = await tx.officer.findUniqueOrThrow({ where: { id }, select: { roles: true } });
    const kept = roles.filter(role => !fourEyesRoles.includes(role));
    await tx.officer.update({ where: { id }, data: { active: true, roles: kept } });
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
    SELECT id FROM officer WHERE active AND roles && ${rolesWith('managePeople')}::officer_role[] ORDER BY id FOR UPDATE`;
  return admins.length === 1 && admins[0]?.id === id;
}
