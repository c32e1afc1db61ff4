import type { Vault } from '../../vault/vault.ts';

/** Why an officer of another department opened a case, as it is kept. */
export function sealWhy(vault: Vault, id: string, why: string): Uint8Array<ArrayBuffer> {
  return vault.seal(why, context(id));
}

export function openWhy(vault: Vault, { id, why }: { id: string; why: Uint8Array }): string {
  return vault.open(why, context(id));
}

function context(id: string): string {
  return `case_look/${id}/why`;
}
