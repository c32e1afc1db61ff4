import { createHash } from 'node:crypto';
import { canonicalJson } from '../../core/case/canonical.ts';
import type { Vault } from '../../vault/vault.ts';

/** A message as it is kept for good: who wrote what to the other side, when, and with which files. */
export interface MessageContent {
  format: 1;
  reference: string;
  /** UTC, to milliseconds. */
  at: string;
  /** The name of the officer on that day; the applicant's belongs to the filing, unless an agent wrote for them. */
  from: { side: 'office'; name: string } | { side: 'applicant'; agent?: string };
  /** Empty where the files say it all. */
  text: string;
  attachments: MessageFile[];
}

export interface MessageFile {
  id: string;
  name: string;
  format: string;
  size: number;
  /** In hexadecimal. */
  sha256: string;
}

/** The hash is taken over the readable content in its canonical spelling; the event of the case carries it. */
export function sealContent(
  vault: Vault,
  messageId: string,
  content: MessageContent,
): { content: Uint8Array<ArrayBuffer>; hash: Uint8Array<ArrayBuffer> } {
  const text = canonicalJson(content);
  const hash = createHash('sha256').update(text, 'utf8').digest();
  return { content: vault.seal(text, context(messageId)), hash: new Uint8Array(hash) };
}

export function openContent(vault: Vault, messageId: string, sealed: Uint8Array): MessageContent {
  return JSON.parse(vault.open(sealed, context(messageId))) as MessageContent;
}

function context(messageId: string): string {
  return `case_message/${messageId}/content`;
}
