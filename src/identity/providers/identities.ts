import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { identityContext } from '../../vault/identity.ts';
import type { Vault } from '../../vault/vault.ts';
import type { Holder } from '../whois.ts';
import { noPassword } from '../password.ts';
import { type ProvenIdentity, provenIdentity } from './proven.ts';

type Needs = Pick<Deps, 'db' | 'vault' | 'now'>;

/** Whose account this identity opens; null when it is not linked to any. Keeps what the provider says now. */
export async function holderOf({ db, vault, now }: Needs, proven: ProvenIdentity): Promise<Holder | null> {
  const linked = await db.accountIdentity.findUnique({
    where: keyOf(vault, proven),
    select: { id: true, account: { select: { id: true, sessionEpoch: true } } },
  });
  if (!linked) return null;
  const usedAt = new Date(now().epochMilliseconds);
  await db.accountIdentity.update({
    where: { id: linked.id },
    data: { usedAt, content: sealIdentity(vault, proven) },
  });
  return { accountId: linked.account.id, epoch: linked.account.sessionEpoch };
}

interface Link {
  accountId: string;
  proven: ProvenIdentity;
}

/** From now on this identity opens that account. False when it opens an account already. */
export async function linkIdentity(
  tx: Pick<Prisma.TransactionClient, 'accountIdentity'>,
  { vault, now }: Needs,
  { accountId, proven }: Link,
): Promise<boolean> {
  const at = new Date(now().epochMilliseconds);
  const { provider } = proven;
  const { subjectDigest } = keyOf(vault, proven).provider_subjectDigest;
  const content = sealIdentity(vault, proven);
  const { count } = await tx.accountIdentity.createMany({
    data: [{ accountId, provider, subjectDigest, content, linkedAt: at, usedAt: at }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** An account of somebody known by a provider alone: confirmed by their identity, opened by no password, written to nowhere yet. */
export async function openAccount(tx: Prisma.TransactionClient, deps: Needs, proven: ProvenIdentity): Promise<Holder> {
  const confirmedAt = new Date(deps.now().epochMilliseconds);
  const data = { name: proven.name, passwordHash: noPassword, confirmedAt };
  const { id: accountId, sessionEpoch: epoch } = await tx.account.create({ data });
  if (!(await linkIdentity(tx, deps, { accountId, proven }))) throw new Error('the identity opens an account already');
  return { accountId, epoch };
}

/** What a provider said of somebody, as it is kept. */
export function openIdentity(vault: Vault, content: Uint8Array): ProvenIdentity {
  return provenIdentity.parse(JSON.parse(vault.open(content, identityContext)));
}

function sealIdentity(vault: Vault, proven: ProvenIdentity): Uint8Array<ArrayBuffer> {
  return vault.seal(JSON.stringify({ ...proven, session: undefined }), identityContext);
}

function keyOf(vault: Vault, { provider, subject }: ProvenIdentity) {
  return { provider_subjectDigest: { provider, subjectDigest: vault.digest(`${provider}\0${subject}`, 'identity') } };
}
