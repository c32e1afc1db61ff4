import type { Vault } from '../vault/vault.ts';

/** Why the office did not take somebody for a representative. */
export function sealReason(vault: Vault, membershipId: string, reason: string): Uint8Array<ArrayBuffer> {
  return vault.seal(reason, context(membershipId));
}

export function openReason(vault: Vault, membershipId: string, sealed: Uint8Array | null): string | null {
  return sealed && vault.open(sealed, context(membershipId));
}

function context(membershipId: string): string {
  return `membership/${membershipId}/reason`;
}
