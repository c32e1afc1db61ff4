import type { Entries } from '../core/form/answers.ts';
import type { Vault } from './vault.ts';

/** What was typed in a draft, sealed for that draft only. */
export function sealEntries(vault: Vault, draftId: string, entries: Entries): Uint8Array<ArrayBuffer> {
  return vault.seal(JSON.stringify(entries), `draft/${draftId}/entries`);
}

/** What lies sealed there was put in by `sealEntries`, and `evaluate` trusts none of it anyway. */
export function openEntries(vault: Vault, draftId: string, sealed: Uint8Array): Entries {
  return JSON.parse(vault.open(sealed, `draft/${draftId}/entries`)) as Entries;
}
