import type { Vault } from '../../vault/vault.ts';

/** A letter as it is written: the text in Markdown. */
export interface LetterContent {
  title: string;
  text: string;
}

export function sealLetter(vault: Vault, letterId: string, { title, text }: LetterContent): Uint8Array<ArrayBuffer> {
  return vault.seal(JSON.stringify({ title, text }), `case_letter/${letterId}/content`);
}

export function openLetter(vault: Vault, letterId: string, sealed: Uint8Array): LetterContent {
  return JSON.parse(vault.open(sealed, `case_letter/${letterId}/content`)) as LetterContent;
}

/** Why the head gave it back. */
export function sealReturned(vault: Vault, letterId: string, reason: string): Uint8Array<ArrayBuffer> {
  return vault.seal(reason, `case_letter/${letterId}/returned`);
}

export function openReturned(vault: Vault, letterId: string, sealed: Uint8Array): string {
  return vault.open(sealed, `case_letter/${letterId}/returned`);
}
