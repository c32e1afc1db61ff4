import { z } from 'zod';
import type { Actor, OfficerRole } from '../core/actor.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';

/** What a session holds of a signed-in person. `epoch` grows when the password changes, which ends older sessions. */
export const login = z.object({ accountId: z.uuid(), epoch: z.int() });

export type Login = z.infer<typeof login>;

/** An account as the database knows it, with what its holder does at the office. */
export interface Person {
  accountId: string;
  name: string;
  epoch: number;
  isConfirmed: boolean;
  officer: { officerId: string; departmentId: string; roles: OfficerRole[]; isActive: boolean } | null;
}

/** Who acts by this login; null when it is over: the account is gone, its password changed, or the officer left. */
export function actorOf(person: Person | null, { accountId, epoch }: Login): Actor | null {
  if (person?.accountId !== accountId || person.epoch !== epoch || !person.isConfirmed) return null;
  const { name, officer } = person;
  if (!officer) return { kind: 'citizen', accountId, name };
  const { isActive, ...post } = officer;
  return isActive ? { kind: 'officer', accountId, name, standsInFor: [], ...post } : null;
}

/** The same straight from the database, for a login that has only just been made. */
export async function whois(db: PrismaClient, login: Login): Promise<Actor | null> {
  const account = await db.account.findUnique({ where: { id: login.accountId }, include: { officer: true } });
  if (!account) return null;
  const { name, sessionEpoch: epoch, confirmedAt, officer } = account;
  const post = officer && {
    officerId: officer.id,
    departmentId: officer.departmentId,
    roles: officer.roles,
    isActive: officer.active,
  };
  return actorOf({ accountId: account.id, name, epoch, isConfirmed: confirmedAt !== null, officer: post }, login);
}
