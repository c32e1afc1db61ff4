import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/**
 * Files are too big to be sealed whole, so they are sealed in chunks of 64 KiB as they pass: format byte, salt, then every
 * chunk with its own tag. The key is the file's own (from the salt and the context), the nonce counts the chunks and marks
 * the last one: a chunk changed, moved, left out or cut off does not open, and reading needs one chunk of memory.
 */
export function sealingStream(masterKey: Buffer, context: string): Transform {
  const salt = randomBytes(saltLength);
  const key = fileKey({ masterKey, salt, context });
  const seal = (chunk: Buffer, position: Position): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(position));
    return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  };
  const header = Buffer.concat([Buffer.of(formatByte), salt]);
  return inChunks({ size: chunkLength, convert: seal, start: stream => void stream.push(header) });
}

/** The way back. Fails with an error before giving out any chunk that is not exactly what was sealed. */
export function openingStream(masterKey: Buffer, context: string): Transform {
  let key: Buffer | undefined;
  const open = (sealed: Buffer, position: Position): Buffer => {
    if (key === undefined || sealed.length < tagLength) throw new Error('sealed file is cut off');
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(position), { authTagLength: tagLength });
    decipher.setAuthTag(sealed.subarray(-tagLength));
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()]);
  };
  const readHeader = (header: Buffer): void => {
    if (header[0] !== formatByte) throw new Error('sealed file of an unknown format');
    key = fileKey({ masterKey, salt: header.subarray(1), context });
  };
  return inChunks({
    size: chunkLength + tagLength,
    convert: open,
    header: { size: 1 + saltLength, read: readHeader },
  });
}

const formatByte = 1;
const saltLength = 32;
const chunkLength = 64 * 1024;
const tagLength = 16;

interface Position {
  index: number;
  last: boolean;
}

interface Chunking {
  size: number;
  convert: (chunk: Buffer, position: Position) => Buffer;
  start?: (stream: Transform) => void;
  header?: { size: number; read: (header: Buffer) => void };
}

/** Cuts what flows through into chunks of one size; the last one is held back until it is known to be the last. */
function inChunks({ size, convert, start, header }: Chunking): Transform {
  let pieces: Buffer[] = [];
  let length = 0;
  let index = 0;
  let awaited = header;

  const take = (count: number): Buffer => {
    const all = pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
    pieces = count < all.length ? [all.subarray(count)] : [];
    length = all.length - count;
    return all.subarray(0, count);
  };

  return new Transform({
    construct(done) {
      start?.(this);
      done();
    },
    transform(piece: Buffer, _encoding, done) {
      pieces.push(piece);
      length += piece.length;
      attempt(done, () => {
        if (awaited && length >= awaited.size) {
          awaited.read(take(awaited.size));
          awaited = undefined;
        }
        while (!awaited && length > size) this.push(convert(take(size), { index: index++, last: false }));
      });
    },
    flush(done) {
      attempt(done, () => {
        const rest = convert(take(length), { index, last: true });
        if (rest.length > 0) this.push(rest);
      });
    },
  });
}

function attempt(done: TransformCallback, work: () => void): void {
  try {
    work();
    done();
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)));
  }
}

function nonce({ index, last }: Position): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(index, 7);
  bytes.writeUInt8(last ? 1 : 0, 11);
  return bytes;
}

function fileKey({ masterKey, salt, context }: { masterKey: Buffer; salt: Buffer; context: string }): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, salt, context, 32));
}
