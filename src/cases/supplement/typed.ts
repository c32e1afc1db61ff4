import type { Entries } from '../../core/form/answers.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { Vault } from '../../vault/vault.ts';

/** Keeps what was typed, right or wrong, and gives the version it is known by from now on. */
export async function saveTyped(
  { db, vault, now }: Pick<Deps, 'db' | 'vault' | 'now'>,
  { caseId, typed }: { caseId: string; typed: Entries },
): Promise<number> {
  const entries = sealTyped(vault, caseId, typed);
  const updatedAt = new Date(now().epochMilliseconds);
  const { version } = await db.correctionDraft.upsert({
    where: { caseId },
    create: { caseId, entries, version: 1, updatedAt },
    update: { entries, version: { increment: 1 }, updatedAt },
    select: { version: true },
  });
  return version;
}

/** The same where only the files change; holds the row, so that no other file comes in between. */
export async function touchTyped(
  tx: Prisma.TransactionClient,
  { vault, now }: Pick<Deps, 'vault' | 'now'>,
  caseId: string,
): Promise<void> {
  const updatedAt = new Date(now().epochMilliseconds);
  await tx.correctionDraft.upsert({
    where: { caseId },
    create: { caseId, entries: sealTyped(vault, caseId, {}), version: 1, updatedAt },
    update: { version: { increment: 1 }, updatedAt },
    select: { caseId: true },
  });
}

/** What lies sealed there was put in by `sealTyped`, and `correct` trusts none of it anyway. */
export function openTyped(vault: Vault, caseId: string, sealed: Uint8Array | null): Entries {
  return sealed ? (JSON.parse(vault.open(sealed, context(caseId))) as Entries) : {};
}

function sealTyped(vault: Vault, caseId: string, typed: Entries): Uint8Array<ArrayBuffer> {
  return vault.seal(JSON.stringify(typed), context(caseId));
}

function context(caseId: string): string {
  return `correction_draft/${caseId}/entries`;
}
