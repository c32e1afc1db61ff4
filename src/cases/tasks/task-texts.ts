import { createHash } from 'node:crypto';
import type { Vault } from '../../vault/vault.ts';

/** What is asked and what is answered, sealed; the history carries the hash of each. */
export interface SealedText {
  sealed: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the text in hexadecimal. */
  sha256: string;
}

export function sealQuestion(vault: Vault, id: string, text: string): SealedText {
  return { sealed: vault.seal(text, context(id, 'question')), sha256: hash(text) };
}

export function openQuestion(vault: Vault, id: string, sealed: Uint8Array): string {
  return vault.open(sealed, context(id, 'question'));
}

export function sealAnswer(vault: Vault, id: string, text: string): SealedText {
  return { sealed: vault.seal(text, context(id, 'answer')), sha256: hash(text) };
}

export function openAnswer(vault: Vault, id: string, sealed: Uint8Array): string {
  return vault.open(sealed, context(id, 'answer'));
}

function hash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function context(id: string, part: 'question' | 'answer'): string {
  return `case_task/${id}/${part}`;
}
