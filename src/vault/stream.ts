import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** A file as it flows. */
export type Flow = AsyncIterable<Buffer>;

/**
 * Files are too big to be sealed whole, so they are sealed in chunks as they flow: format byte, salt, chunks of 256 KiB
 * (the last one shorter) each followed by its tag, and at the end the tag of an empty chunk that says so. The key is the
 * file's own (from the salt and the context) and the nonce counts the chunks: a chunk changed, moved, left out or cut off
 * does not open. Sealing copies nothing and holds nothing back; opening holds one chunk, until its tag proves it right.
 */
export async function* sealFlow(masterKey: Buffer, context: string, content: Flow): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltLength);
  const key = fileKey({ masterKey, salt, context });
  yield Buffer.concat([Buffer.of(formatByte), salt]);

  let index = 0;
  let filled = 0;
  let cipher = cipherOf(key, { index, isEnd: false });
  for await (const piece of content) {
    for (let rest = piece; rest.length > 0;) {
      const part = rest.subarray(0, chunkLength - filled);
      yield cipher.update(part);
      filled += part.length;
      rest = rest.subarray(part.length);
      if (filled < chunkLength) continue;
      cipher.final();
      yield cipher.getAuthTag();
      filled = 0;
      cipher = cipherOf(key, { index: ++index, isEnd: false });
    }
  }
  if (filled > 0) {
    cipher.final();
    yield cipher.getAuthTag();
    index++;
  }
  const end = cipherOf(key, { index, isEnd: true });
  end.final();
  yield end.getAuthTag();
}

/** The way back. Throws before giving out any chunk that is not exactly what was sealed. */
export async function* openFlow(masterKey: Buffer, context: string, sealed: Flow): AsyncGenerator<Buffer> {
  const waiting = new Waiting();
  let key: Buffer | undefined;
  let index = 0;
  for await (const piece of sealed) {
    waiting.add(piece);
    if (key === undefined && waiting.length >= headerLength) {
      key = readHeader(waiting.take(headerLength), { masterKey, context });
    }
    // A whole chunk, and more behind it than the end alone.
    while (key !== undefined && waiting.length > sealedLength + tagLength) {
      yield openChunk(key, { index: index++, isEnd: false }, waiting.take(sealedLength));
    }
  }
  if (key === undefined) throw new Error('sealed file is cut off');
  const hasLast = waiting.length > tagLength;
  const last = hasLast
    ? openChunk(key, { index: index++, isEnd: false }, waiting.take(waiting.length - tagLength))
    : null;
  openChunk(key, { index, isEnd: true }, waiting.take(waiting.length));
  if (last) yield last;
}

const formatByte = 1;
const saltLength = 32;
const headerLength = 1 + saltLength;
const chunkLength = 256 * 1024;
const tagLength = 16;
const sealedLength = chunkLength + tagLength;

interface Position {
  index: number;
  isEnd: boolean;
}

/** What has come, but is not a whole chunk yet. */
class Waiting {
  length = 0;
  #pieces: Buffer[] = [];

  add(piece: Buffer): void {
    this.#pieces.push(piece);
    this.length += piece.length;
  }

  take(count: number): Buffer {
    const all = Buffer.concat(this.#pieces);
    this.#pieces = [all.subarray(count)];
    this.length = all.length - count;
    return all.subarray(0, count);
  }
}

function openChunk(key: Buffer, position: Position, sealed: Buffer): Buffer {
  if (sealed.length < tagLength) throw new Error('sealed file is cut off');
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(position), { authTagLength: tagLength });
  decipher.setAuthTag(sealed.subarray(-tagLength));
  const content = decipher.update(sealed.subarray(0, -tagLength));
  decipher.final();
  return content;
}

function cipherOf(key: Buffer, position: Position) {
  return createCipheriv('aes-256-gcm', key, nonce(position));
}

function nonce({ index, isEnd }: Position): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(index, 7);
  bytes.writeUInt8(isEnd ? 1 : 0, 11);
  return bytes;
}

function readHeader(header: Buffer, { masterKey, context }: { masterKey: Buffer; context: string }): Buffer {
  if (header[0] !== formatByte) throw new Error('sealed file of an unknown format');
  return fileKey({ masterKey, salt: header.subarray(1), context });
}

function fileKey({ masterKey, salt, context }: { masterKey: Buffer; salt: Buffer; context: string }): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, salt, context, 32));
}
