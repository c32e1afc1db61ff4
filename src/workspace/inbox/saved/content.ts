import { z } from 'zod';
import type { Vault } from '../../../vault/vault.ts';

/** What an officer called a list, and its address behind `/urad?`. */
export interface SavedContent {
  name: string;
  query: string;
}

const content = z.strictObject({ name: z.string(), query: z.string() });

export function sealSaved(vault: Vault, id: string, saved: SavedContent): Uint8Array<ArrayBuffer> {
  return vault.seal(JSON.stringify(saved), context(id));
}

export function openSaved(vault: Vault, id: string, sealed: Uint8Array): SavedContent {
  return content.parse(JSON.parse(vault.open(sealed, context(id))));
}

function context(id: string): string {
  return `inbox-view/${id}/content`;
}
