import type { Vault } from './vault.ts';

/** Somebody as the agent names them in a power of attorney. */
export interface NamedPrincipal {
  name: string;
  /** Of a person, YYYY-MM-DD. */
  birthDate: string | null;
  /** Of an organisation. */
  ico: string | null;
  address: string;
  /** Where they are written to; null when the agent knows none. */
  email: string | null;
}

export function sealPrincipal(vault: Vault, mandateId: string, principal: NamedPrincipal): Uint8Array<ArrayBuffer> {
  return vault.seal(JSON.stringify(principal), context(mandateId));
}

export function openPrincipal(vault: Vault, mandateId: string, sealed: Uint8Array): NamedPrincipal {
  return JSON.parse(vault.open(sealed, context(mandateId))) as NamedPrincipal;
}

function context(mandateId: string): string {
  return `mandate/${mandateId}/principal`;
}
