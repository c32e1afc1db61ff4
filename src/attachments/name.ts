import type { Attachment } from '../generated/prisma/client.ts';
import type { Vault } from '../vault/vault.ts';

type Named = Pick<Attachment, 'id' | 'name'>;

/** File names tell a lot about people, so they are sealed like any other content. */
export function attachmentName(vault: Vault, { id, name }: Named): string {
  return vault.open(name, context(id));
}

export function sealAttachmentName(vault: Vault, { id, name }: { id: string; name: string }): Uint8Array<ArrayBuffer> {
  return vault.seal(name, context(id));
}

function context(id: string): string {
  return `attachment/${id}/name`;
}
