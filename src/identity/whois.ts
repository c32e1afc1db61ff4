import { z } from 'zod';
import { type Actor, type AssuranceLevel, assuranceLevels, type Membership, type OfficerRole } from '../core/actor.ts';
import { type HeldMandate, isValidOn } from '../core/mandate/mandate.ts';
import { standsInFor } from '../core/case/deputies.ts';
import { dayInPrague } from '../core/czech/format.ts';
import { levelOf } from '../core/identity/verification.ts';
import { absenceOf, type AbsenceRow } from '../database/absences.ts';
import type { Deps } from '../deps.ts';
import type { SignInMethod } from '../generated/prisma/client.ts';

/** Who has proved to hold an account. `epoch` grows when the password changes, which ends older sessions. */
export const holder = z.object({ accountId: z.uuid(), epoch: z.int() });

export type Holder = z.infer<typeof holder>;

/** What a session holds of a signed-in person: by which sign-in they are in, and how surely it told who they are. */
export const login = holder.extend({ signInId: z.uuid(), level: z.enum(assuranceLevels) });

export type Login = z.infer<typeof login>;

/** An account as the database knows it, with what its holder does at the office, and by which sign-in they are here. */
export interface Person extends AccountHolder {
  signIn: OngoingSignIn;
}

/** The sign-in that goes on, as it was written down. */
export interface OngoingSignIn {
  id: string;
  method: SignInMethod;
  level: AssuranceLevel;
  hasSecondFactor: boolean;
}

interface AccountHolder {
  accountId: string;
  name: string;
  epoch: number;
  isConfirmed: boolean;
  /** Until when it counts that the office has seen their document; null when it has not, and left out of a login just made. */
  verifiedUntil?: string | null;
  /** What they are to organisations; null when they are to none. */
  memberships?: Membership[] | null;
  /** By which they act for others, valid today or not; null when there are none. */
  mandates?: HeldMandate[] | null;
  officer: {
    officerId: string;
    departmentId: string;
    roles: OfficerRole[];
    /** Below the department of a head; null when there are none. */
    units: string[] | null;
    isActive: boolean;
    /** Of the whole office today; null when nobody named this one as a deputy. */
    absences: AbsenceRow[] | null;
  } | null;
}

/** Who acts by this login; null when it is over: the account is gone, its password changed, or the officer left. */
export function actorOf(
  person: (AccountHolder & Partial<Pick<Person, 'signIn'>>) | null,
  { accountId, epoch, level }: Login,
  today: Temporal.PlainDate,
): Actor | null {
  if (person?.accountId !== accountId || person.epoch !== epoch || !person.isConfirmed) return null;
  const { name, officer, memberships, signIn } = person;
  if (!officer) {
    const known = signIn ? levelOf({ level, method: signIn.method }, verified(person), today) : level;
    const mandates = person.mandates?.filter(mandate => isValidOn(mandate, today));
    const others = { ...(memberships && { memberships }), ...(mandates && { mandates }) };
    return { kind: 'citizen', accountId, name, level: known, ...others };
  }
  const { isActive, absences, units, ...post } = officer;
  if (!isActive) return null;
  const absent = standsInFor(post.officerId, (absences ?? []).map(absenceOf), today);
  return { kind: 'officer', accountId, name, standsInFor: absent, units: units ?? [], ...post };
}

function verified({ verifiedUntil }: AccountHolder): Temporal.PlainDate | null {
  return verifiedUntil ? Temporal.PlainDate.from(verifiedUntil) : null;
}

/** The same straight from the database, for a login that has only just been made; deputies and units are known from the next request on. */
export async function whois({ db, now }: Pick<Deps, 'db' | 'now'>, login: Login): Promise<Actor | null> {
  const account = await db.account.findUnique({ where: { id: login.accountId }, include: { officer: true } });
  if (!account) return null;
  const { name, sessionEpoch: epoch, confirmedAt, officer } = account;
  const post = officer && {
    officerId: officer.id,
    departmentId: officer.departmentId,
    roles: officer.roles,
    units: null,
    isActive: officer.active,
    absences: null,
  };
  const person = { accountId: account.id, name, epoch, isConfirmed: confirmedAt !== null, officer: post };
  return actorOf(person, login, dayInPrague(now()));
}
