import type { Vault } from '../vault/vault.ts';

/** To whom a mandate was offered; sealed, since it may be an address of somebody who has never been here. */
export function sealEmail(vault: Vault, mandateId: string, email: string): Uint8Array<ArrayBuffer> {
  return vault.seal(email, `mandate/${mandateId}/email`);
}

export function openEmail(vault: Vault, mandateId: string, sealed: Uint8Array): string {
  return vault.open(sealed, `mandate/${mandateId}/email`);
}

/** Why the office did not accept a power of attorney. */
export function sealReason(vault: Vault, mandateId: string, reason: string): Uint8Array<ArrayBuffer> {
  return vault.seal(reason, `mandate/${mandateId}/reason`);
}

export function openReason(vault: Vault, mandateId: string, sealed: Uint8Array | null): string | null {
  return sealed && vault.open(sealed, `mandate/${mandateId}/reason`);
}
