import type { Entries } from '../core/form/answers.ts';
import type { Vault } from './vault.ts';

/** What a person keeps in their account to have it filled in, sealed for that account only. */
export function sealProfile(vault: Vault, accountId: string, profile: Entries): Uint8Array<ArrayBuffer> {
  return vault.seal(JSON.stringify(profile), `account/${accountId}/profile`);
}

export function openProfile(vault: Vault, accountId: string, sealed: Uint8Array | null): Entries {
  return sealed ? (JSON.parse(vault.open(sealed, `account/${accountId}/profile`)) as Entries) : {};
}
