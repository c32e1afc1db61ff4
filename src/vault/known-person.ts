import { dayInPrague } from '../core/czech/format.ts';
import type { Known, KnownFrom } from '../core/form/prefill.ts';
import { knownFrom, knownOf } from '../core/form/profile.ts';
import { type Said, type Sure, sureOf, sureSources } from '../core/identity/sure.ts';
import { dayColumn } from '../database/days.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { openSaid } from './identity.ts';
import { openProfile } from './profile.ts';
import { openSeen } from './seen.ts';
import type { Vault } from './vault.ts';

interface Needs {
  db: Pick<PrismaClient, 'account' | 'organisation' | 'accountIdentity' | 'accountVerification'>;
  vault: Vault;
  now: () => Temporal.Instant;
}

interface Wanted {
  accountId: string;
  /** On whose behalf they fill in. */
  organisationId?: string | null | undefined;
}

/** All that a form of theirs can be filled in with beforehand, and where it is from. */
export async function findKnown(
  needs: Needs,
  { accountId, organisationId }: Wanted,
): Promise<{ known: Known; from: KnownFrom }> {
  const { db, vault } = needs;
  const account = await db.account.findUnique({
    where: { id: accountId },
    select: { name: true, email: true, phone: true, profile: true },
  });
  if (!account) return { known: {}, from: {} };
  const organisation = organisationId
    ? await db.organisation.findUnique({
        where: { id: organisationId },
        select: { name: true, ico: true, address: true },
      })
    : null;
  const more = { sure: await findSure(needs, accountId), organisation };
  const profile = openProfile(vault, accountId, account.profile);
  return { known: knownOf(account, profile, more), from: knownFrom(more) };
}

/** What registers and clerks say of the holder of an account. */
export async function findSure({ db, vault, now }: Needs, accountId: string): Promise<Sure> {
  const identities = await db.accountIdentity.findMany({
    where: { accountId },
    select: { provider: true, content: true, usedAt: true },
  });
  const seen = await db.accountVerification.findFirst({
    where: { accountId, revokedAt: null, validUntil: { gte: dayColumn(dayInPrague(now())) } },
    orderBy: { at: 'desc' },
    select: { id: true, content: true, at: true },
  });
  const told = identities.flatMap(({ provider, content, usedAt }): Said[] => {
    const source = sureSources.find(one => one === provider);
    return source ? [{ source, on: dayInPrague(usedAt.toTemporalInstant()), ...openSaid(vault, content) }] : [];
  });
  return sureOf(seen ? [...told, ofCounter(vault, seen)] : told);
}

function ofCounter(vault: Vault, seen: { id: string; content: Uint8Array; at: Date }): Said {
  const { name, birthDate } = openSeen(vault, seen);
  const on = dayInPrague(seen.at.toTemporalInstant());
  return { source: 'counter', level: 'substantial', on, name, birthDate, address: null };
}
