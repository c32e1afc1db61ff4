import type { Deps } from '../deps.ts';
import type { Vault } from '../vault/vault.ts';

/**
 * Addresses whose mailbox does not exist. One bounce may be a mistake of the server; one after another for a month, with
 * no mail getting there between, is an address that nobody reads.
 */

type Db = Pick<Deps['db'], 'bouncingAddress' | '$executeRaw'>;
type Digest = Uint8Array<ArrayBuffer>;

const daysOfBouncing = 30;

/** By what an address is known here; the address itself is in sealed content only. */
export function addressDigest(vault: Vault, address: string): Digest {
  return vault.digest(address.trim().toLowerCase(), 'mail-address');
}

/** Whether mail to the address has bounced for a month. */
export async function isGivenUpOn(db: Pick<Db, 'bouncingAddress'>, digest: Digest): Promise<boolean> {
  const bouncing = await db.bouncingAddress.findUnique({ where: { digest } });
  if (!bouncing) return false;
  return bouncing.lastAt.getTime() - bouncing.since.getTime() >= daysOfBouncing * 24 * 60 * 60_000;
}

export async function noteBounce(db: Db, { digest, at }: { digest: Digest; at: Date }): Promise<void> {
  await db.$executeRaw`
    INSERT INTO bouncing_address (digest, since, last_at) VALUES (${digest}, ${at}, ${at})
    ON CONFLICT (digest) DO UPDATE SET last_at = ${at}`;
}

/** A mail got there, or somebody wants it tried again. */
export async function forgetBounces(db: Pick<Db, 'bouncingAddress'>, digest: Digest): Promise<void> {
  await db.bouncingAddress.deleteMany({ where: { digest } });
}
