import { createHash, randomUUID } from 'node:crypto';
import type { Deps } from '../deps.ts';
import type { AttachmentFormat, AttachmentSlot } from '../core/form/definition.ts';
import { headLength, recogniseFormat } from './formats.ts';
import type { UploadProblem } from './problems.ts';

/** What is known of a file once it lies in the store. */
export interface StoredContent {
  /** Id of the attachment to be: what is sealed opens for this id only. */
  id: string;
  storageKey: string;
  format: AttachmentFormat;
  size: number;
  sha256: Uint8Array<ArrayBuffer>;
}

/** Where in the store they lie. */
export const attachmentsFolder = 'attachments';

export class Refusal extends Error {
  readonly problem: UploadProblem;
  constructor(problem: UploadProblem) {
    super(problem);
    this.problem = problem;
  }
}

type Params = { content: AsyncIterable<Buffer>; slot: AttachmentSlot };

/**
 * Takes a file as it flows in: recognises it by its beginning, counts, hashes and seals it on the way to the store.
 * Throws a Refusal, or whatever broke the flow; either way nothing of the file stays behind.
 */
export async function takeIn(
  { files, vault }: Pick<Deps, 'files' | 'vault'>,
  { content, slot }: Params,
): Promise<StoredContent> {
  const source = content[Symbol.asyncIterator]();
  const head = await readHead(source);
  if (head.length === 0) throw new Refusal('empty');
  const format = await recogniseFormat(head);
  if (!format || !slot.formats.includes(format)) throw new Refusal('wrongFormat');

  const id = randomUUID();
  const storageKey = `${attachmentsFolder}/${id.slice(0, 2)}/${id}`;
  const measure = { size: 0, hash: createHash('sha256') };
  const measured = measuring({ head, source, measure, limit: slot.maxMegabytes * 1024 * 1024 });
  await files.put(storageKey, vault.sealFlow(measured, contentContext(id)));
  return { id, storageKey, format, size: measure.size, sha256: new Uint8Array(measure.hash.digest()) };
}

/** Ties the sealed content to its attachment, so that files cannot be swapped. */
export function contentContext(attachmentId: string): string {
  return `attachment/${attachmentId}/content`;
}

async function readHead(source: AsyncIterator<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  while (length < headLength) {
    const next = await source.next();
    if (next.done) break;
    pieces.push(next.value);
    length += next.value.length;
  }
  return Buffer.concat(pieces);
}

type Measuring = {
  head: Buffer;
  source: AsyncIterator<Buffer>;
  measure: { size: number; hash: ReturnType<typeof createHash> };
  limit: number;
};

async function* measuring({ head, source, measure, limit }: Measuring): AsyncGenerator<Buffer> {
  for (let chunk: Buffer | undefined = head; chunk;) {
    measure.size += chunk.length;
    if (measure.size > limit) throw new Refusal('tooBig');
    measure.hash.update(chunk);
    yield chunk;
    const next: IteratorResult<Buffer, unknown> = await source.next();
    chunk = next.done ? undefined : next.value;
  }
}
