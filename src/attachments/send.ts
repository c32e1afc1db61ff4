import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { Deps } from '../deps.ts';
import type { Attachment } from '../generated/prisma/client.ts';
import { NotFound } from '../web/errors.ts';
import { mediaTypeOf } from './formats.ts';
import { attachmentName } from './name.ts';
import { openFile } from './open.ts';

type Sendable = Pick<Attachment, 'id' | 'name' | 'format' | 'size' | 'storageKey'>;

type SendDeps = Pick<Deps, 'files' | 'vault'>;

/**
 * Sends a file for download, never for display: somebody else's file must not run in the portal's origin.
 * Whether the person may have it is for the caller to know.
 */
export async function sendAttachment(res: Response, deps: SendDeps, attachment: Sendable): Promise<void> {
  const disposition = contentDisposition(attachmentName(deps.vault, attachment));
  await send(res, deps, attachment, { disposition, policy: "default-src 'none'; sandbox" });
}

/**
 * How each format may be shown within a page of the portal; what is not here is only downloaded. The format was found in
 * the content itself. A picture is sandboxed. A PDF is not, because Chromium refuses to show one in a sandbox; its scripts
 * belong to the browser's viewer, which is no part of the portal's origin, and the policy lets nothing else run or load.
 */
const previewPolicies: Partial<Record<string, string>> = {
  jpg: "default-src 'none'; sandbox; frame-ancestors 'self'",
  png: "default-src 'none'; sandbox; frame-ancestors 'self'",
  pdf: "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'",
};

/** Whether `sendPreview` can show a file of that format. */
export function canPreview(format: string): boolean {
  return previewPolicies[format] !== undefined;
}

/** Sends a picture or a PDF to be looked at; any other file is not there. */
export async function sendPreview(res: Response, deps: SendDeps, attachment: Sendable): Promise<void> {
  const policy = previewPolicies[attachment.format];
  if (policy === undefined) throw new NotFound();
  await send(res, deps, attachment, { disposition: 'inline', policy });
}

async function send(
  res: Response,
  deps: SendDeps,
  attachment: Sendable,
  { disposition, policy }: { disposition: string; policy: string },
): Promise<void> {
  const content = Readable.from(await openFile(deps, attachment), { objectMode: false });
  // A file that cannot be opened fails here, while an error page can still be sent.
  await once(content, 'readable');
  res.set({
    'Content-Type': mediaTypeOf(attachment.format),
    'Content-Length': String(attachment.size),
    'Content-Disposition': disposition,
    'Content-Security-Policy': policy,
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
