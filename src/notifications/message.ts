import { z } from 'zod';
import type { Vault } from '../vault/vault.ts';

const message = z.object({ to: z.string(), subject: z.string(), text: z.string() });

/** What a mail says and to whom; personal, so it lies sealed in the database. */
export type Message = z.infer<typeof message>;

export function sealMessage(vault: Vault, mailId: string, content: Message): Uint8Array<ArrayBuffer> {
  return vault.seal(JSON.stringify(content), context(mailId));
}

export function openMessage(vault: Vault, mailId: string, sealed: Uint8Array): Message {
  return message.parse(JSON.parse(vault.open(sealed, context(mailId))));
}

function context(mailId: string): string {
  return `mail/${mailId}/message`;
}
