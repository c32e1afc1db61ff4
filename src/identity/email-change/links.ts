import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { hashOf } from '../../vault/link-secret.ts';
import type { Vault } from '../../vault/vault.ts';

export type EmailChangeDeps = Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now'>;

/** For so long the new mailbox may confirm, and for so long the old one may take it back. */
export const confirmHours = 24;
export const undoHours = 7 * 24;

const addresses = z.object({ from: z.string().nullable(), to: z.string() });
type Addresses = z.infer<typeof addresses>;

/** Whether the link would still work for whoever is signed in; looking uses nothing up. */
export async function isConfirmLinkGood(
  { db, now }: EmailChangeDeps,
  { accountId, secret }: { accountId: string; secret: string },
): Promise<boolean> {
  return (await db.emailChange.count({ where: { accountId, ...confirmable(now(), secret) } })) === 1;
}

export async function isUndoLinkGood({ db, now }: EmailChangeDeps, secret: string): Promise<boolean> {
  return (await db.emailChange.count({ where: undoable(now(), secret) })) === 1;
}

export function confirmable(now: Temporal.Instant, secret: string): Prisma.EmailChangeWhereInput {
  return { secretHash: hashOf(secret), doneAt: null, expiresAt: { gt: new Date(now.epochMilliseconds) } };
}

export function undoable(now: Temporal.Instant, secret: string): Prisma.EmailChangeWhereInput {
  return { undoHash: hashOf(secret), doneAt: { not: null }, expiresAt: { gt: new Date(now.epochMilliseconds) } };
}

export function sealAddresses(vault: Vault, id: string, content: Addresses): Uint8Array<ArrayBuffer> {
  return vault.seal(JSON.stringify(content), `email-change/${id}`);
}

export function openAddresses(vault: Vault, id: string, content: Uint8Array): Addresses {
  return addresses.parse(JSON.parse(vault.open(content, `email-change/${id}`)));
}
