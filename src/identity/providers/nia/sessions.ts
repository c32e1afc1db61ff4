import type { Deps } from '../../../deps.ts';
import type { Prisma } from '../../../generated/prisma/client.ts';
import type { Vault } from '../../../vault/vault.ts';
import { auditAccount } from '../../audit-account.ts';
import { type SamlName, samlName } from './saml-name.ts';

/** What is kept of it with the sign-in. */
export function sealSession(
  vault: Vault,
  signInId: string,
  name: SamlName,
): Omit<Prisma.SamlSessionUncheckedCreateInput, 'signInId'> {
  return {
    nameDigest: nameDigest(vault, name.value),
    indexDigest: indexDigest(vault, name.value, name.sessionIndex ?? ''),
    content: vault.seal(JSON.stringify(name), context(signInId)),
  };
}

/** The session by which somebody signed in; null when they did so in another way. */
export async function findSession(
  { db, vault }: Pick<Deps, 'db' | 'vault'>,
  signInId: string,
): Promise<SamlName | null> {
  const kept = await db.samlSession.findUnique({ where: { signInId }, select: { content: true } });
  return kept && samlName.parse(JSON.parse(vault.open(kept.content, context(signInId))));
}

interface Ended {
  name: string;
  /** None: all sessions of that person. */
  indexes: string[];
  /** Whoever signed in later was not meant. */
  until: Temporal.Instant;
}

/** The provider ended sessions: whoever signed in by them is signed out, wherever they are. */
export async function endSessions(
  { db, vault, now }: Pick<Deps, 'db' | 'vault' | 'now'>,
  { name, indexes, until }: Ended,
): Promise<void> {
  const saml = {
    nameDigest: nameDigest(vault, name),
    ...(indexes.length > 0 && { indexDigest: { in: indexes.map(index => indexDigest(vault, name, index)) } }),
  };
  const ended = { saml, endedAt: null, at: { lte: new Date(until.epochMilliseconds) } };
  await db.$transaction(async tx => {
    const accounts = await tx.signIn.groupBy({ by: ['accountId'], where: ended, _count: true });
    await tx.signIn.updateMany({ where: ended, data: { endedAt: new Date(now().epochMilliseconds) } });
    for (const { accountId, _count: count } of accounts) {
      const details = { provider: 'nia', count };
      await auditAccount(tx, { at: now(), action: 'endedByProvider', accountId, details });
    }
  });
}

function nameDigest(vault: Vault, name: string): Uint8Array<ArrayBuffer> {
  return vault.digest(name, 'saml-name');
}

function indexDigest(vault: Vault, name: string, index: string): Uint8Array<ArrayBuffer> {
  return vault.digest(`${name}\0${index}`, 'saml-session');
}

function context(signInId: string): string {
  return `saml-session/${signInId}`;
}
