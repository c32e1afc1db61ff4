import { z } from 'zod';
import { seenDocuments, type SeenIdentity } from '../core/identity/verification.ts';
import type { Vault } from './vault.ts';

/** What a clerk read in an identity document, as it is kept. */
const seen = z.object({ document: z.enum(seenDocuments), name: z.string(), birthDate: z.iso.date() });

export function sealSeen(vault: Vault, id: string, identity: SeenIdentity): Uint8Array<ArrayBuffer> {
  return vault.seal(JSON.stringify(identity), `account_verification/${id}/content`);
}

export function openSeen(vault: Vault, { id, content }: { id: string; content: Uint8Array }): SeenIdentity {
  return seen.parse(JSON.parse(vault.open(content, `account_verification/${id}/content`)));
}

/** Why a verification was taken back. */
export function sealRevocation(vault: Vault, id: string, reason: string): Uint8Array<ArrayBuffer> {
  return vault.seal(reason, `account_verification/${id}/reason`);
}

export function openRevocation(vault: Vault, { id, reason }: { id: string; reason: Uint8Array | null }): string | null {
  return reason && vault.open(reason, `account_verification/${id}/reason`);
}
