import type { Vault } from '../../vault/vault.ts';

/** For whom an invitation is; sealed, since it may be an address of somebody who has never been here. */
export function sealEmail(vault: Vault, invitationId: string, email: string): Uint8Array<ArrayBuffer> {
  return vault.seal(email, context(invitationId));
}

export function openEmail(vault: Vault, invitationId: string, sealed: Uint8Array): string {
  return vault.open(sealed, context(invitationId));
}

export function emailDigest(vault: Vault, email: string): Uint8Array<ArrayBuffer> {
  return vault.digest(email, 'invitation');
}

function context(invitationId: string): string {
  return `invitation/${invitationId}/email`;
}
