import { dayInPrague } from '../../core/czech/format.ts';
import type { Citizen, Officer } from '../../core/actor.ts';
import type { Deps } from '../../deps.ts';
import { passkeyRemoved } from '../../notifications/second-factor-letters.ts';
import type { Vault } from '../../vault/vault.ts';
import { tellHolder } from '../second-factor/tell-holder.ts';

interface PasskeyRow {
  id: string;
  name: string;
  addedAt: Temporal.PlainDate;
  usedAt: Temporal.PlainDate | null;
}

/** A person's passkeys, the oldest first; there are only ever a few. */
export async function listPasskeys(
  { db, vault }: Pick<Deps, 'db' | 'vault'>,
  accountId: string,
): Promise<PasskeyRow[]> {
  const rows = await db.passkey.findMany({
    where: { accountId },
    orderBy: { addedAt: 'asc' },
    select: { id: true, name: true, addedAt: true, usedAt: true },
  });
  return rows.map(({ id, name, addedAt, usedAt }) => ({
    id,
    name: vault.open(name, nameContext(accountId)),
    addedAt: dayInPrague(addedAt.toTemporalInstant()),
    usedAt: usedAt && dayInPrague(usedAt.toTemporalInstant()),
  }));
}

export function sealPasskeyName(vault: Vault, accountId: string, name: string): Uint8Array<ArrayBuffer> {
  return vault.seal(name, nameContext(accountId));
}

/** False when it is none of theirs. */
export async function removePasskey(
  deps: Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now'>,
  { actor, id }: { actor: Citizen | Officer; id: string },
): Promise<boolean> {
  const { accountId } = actor;
  return deps.db.$transaction(async tx => {
    const { count } = await tx.passkey.deleteMany({ where: { id, accountId } });
    if (count === 0) return false;
    const details = { passkeyId: id };
    await tellHolder(tx, deps, { accountId, actor, action: 'passkeyRemoved', details, letter: passkeyRemoved });
    return true;
  });
}

function nameContext(accountId: string): string {
  return `passkey/${accountId}/name`;
}
