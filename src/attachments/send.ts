import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { Deps } from '../deps.ts';
import type { Attachment } from '../generated/prisma/client.ts';
import { mediaTypeOf } from './formats.ts';
import { contentContext } from './intake.ts';
import { attachmentName } from './name.ts';

type Sendable = Pick<Attachment, 'id' | 'name' | 'format' | 'size' | 'storageKey'>;

/**
 * Sends a file for download, never for display: somebody else's file must not run in the portal's origin.
 * Whether the person may have it is for the caller to know.
 */
export async function sendAttachment(
  res: Response,
  { files, vault }: Pick<Deps, 'files' | 'vault'>,
  attachment: Sendable,
): Promise<void> {
  const stored = await files.read(attachment.storageKey);
  const content = Readable.from(vault.openFlow(stored, contentContext(attachment.id)), { objectMode: false });
  // A file that cannot be opened fails here, while an error page can still be sent.
  await once(content, 'readable');
  res.set({
    'Content-Type': mediaTypeOf(attachment.format),
    'Content-Length': String(attachment.size),
    'Content-Disposition': contentDisposition(attachmentName(vault, attachment)),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  });
  await pipeline(content, res).catch((error: unknown) => {
    // The person has closed the connection; nobody is left to tell.
    if (!isPrematureClose(error)) throw error;
  });
}

/** RFC 6266: a plain name for old software, the true one in RFC 5987's coding. */
export function contentDisposition(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7E]|["\\%]/g, '_');
  const coded = encodeURIComponent(name).replace(
    /['()*]/g,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`;
}

function isPrematureClose(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
