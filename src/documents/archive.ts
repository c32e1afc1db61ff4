import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file of an archive. It is opened only when its turn has come. */
export interface ArchiveEntry {
  path: string;
  open: () => Promise<AsyncIterable<Buffer>>;
  /** SHA-256 in hexadecimal of what it has to be. */
  sha256?: string;
}

/** `missing`: it could not be opened and is not there; `cut`: only its beginning is; `changed`: it is not what was stored. */
export type ArchiveProblem = 'missing' | 'cut' | 'changed';

interface Archive {
  entries: AsyncIterable<ArchiveEntry>;
  output: Writable;
  /** Told of each file that is not there as it should be, before the next one is asked for. */
  onProblem: (entry: ArchiveEntry, problem: ArchiveProblem, error: unknown) => void;
  now: Temporal.Instant;
}

/**
 * Writes a ZIP as it is read, one file after another in constant memory. A file that cannot be read does not end it. Rejects
 * when nobody reads any more.
 */
export async function writeArchive({ entries, output, onProblem, now }: Archive): Promise<void> {
  const zip = new ZipFile();
  const sent = pipeline(zip.outputStream, output);
  // Heard of below, also when that comes later.
  sent.catch(() => undefined);
  const mtime = new Date(now.epochMilliseconds);
  for await (const entry of entries) {
    const content = await begun(entry, onProblem);
    if (!content) continue;
    const source = Readable.from(watched(content, entry, onProblem), { objectMode: false });
    const read = once(source, 'close');
    zip.addReadStream(source, entry.path, { mtime, compress: isText(entry.path) });
    try {
      await Promise.race([read, sent]);
    } finally {
      source.destroy();
    }
  }
  zip.end();
  await sent;
}

interface Begun {
  first: IteratorResult<Buffer, unknown>;
  rest: AsyncIterator<Buffer>;
}

/** Its first piece has come, so that a file that is not there does not leave an empty one behind. */
async function begun(entry: ArchiveEntry, onProblem: Archive['onProblem']): Promise<Begun | undefined> {
  try {
    const rest = (await entry.open())[Symbol.asyncIterator]();
    return { first: await rest.next(), rest };
  } catch (error) {
    onProblem(entry, 'missing', error);
    return undefined;
  }
}

/** What cannot be read to its end ends there, and whoever wrote the archive is told. */
async function* watched(
  { first, rest }: Begun,
  entry: ArchiveEntry,
  onProblem: Archive['onProblem'],
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  try {
    for (let piece = first; !piece.done; piece = await rest.next()) {
      hash.update(piece.value);
      yield piece.value;
    }
  } catch (error) {
    onProblem(entry, 'cut', error);
    return;
  } finally {
    await rest.return?.();
  }
  if (entry.sha256 !== undefined && hash.digest('hex') !== entry.sha256) onProblem(entry, 'changed', null);
}

/** What is already packed does not get any smaller. */
function isText(path: string): boolean {
  return /\.(json|html|txt)$/.test(path);
}

/** One name in a path of an archive, which every system can unpack. */
export function archiveName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_')
    .replace(/^\.+/, '_')
    .replace(/[. ]+$/, '');
  if (safe.length <= longestName) return safe === '' ? '_' : safe;
  const ending = /\.\w{1,8}$/.exec(safe)?.[0] ?? '';
  return safe.slice(0, longestName - ending.length).toWellFormed() + ending;
}

const longestName = 100;

/** A text or a document made at once, as a file of an archive. */
export async function* whole(content: string | Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from(content));
}
