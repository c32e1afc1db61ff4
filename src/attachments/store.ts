import { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** Where file contents lie, by key. A folder now; anything flydrive drives later. */
export interface FileStore {
  /** All of it, or nothing: what was written of a content that fails is removed, and its own failure thrown. */
  put(key: string, content: AsyncIterable<Buffer>): Promise<void>;
  read(key: string): Promise<Readable>;
  /** Removing what is not there is no failure. */
  remove(key: string): Promise<void>;
  /** Keys of all contents under the folder, a page at a time: there may be more of them than fit in memory. */
  list(folder: string): AsyncGenerator<string[]>;
  /** When it was written; undefined when it is not there. */
  writtenAt(key: string): Promise<Temporal.Instant | undefined>;
}

export function createFileStore(folder: string): FileStore {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }));
  return {
    async put(key, content) {
      let failure: unknown;
      const watched = onceRead(content, error => (failure = error));
      try {
        await disk.putStream(key, Readable.from(watched, { objectMode: false }));
      } catch (error) {
        await disk.delete(key);
        throw failure ?? error;
      }
    },
    read: key => disk.getStream(key),
    remove: key => disk.delete(key),
    list: folder => pages(disk, folder),
    async writtenAt(key) {
      if (!(await disk.exists(key))) return undefined;
      const { lastModified } = await disk.getMetaData(key);
      return Temporal.Instant.fromEpochMilliseconds(lastModified.getTime());
    },
  };
}

/** The driver of a folder knows no pages but reads one folder at a time; those of buckets have pages of their own. */
async function* pages(disk: Disk, folder: string): AsyncGenerator<string[]> {
  let token: string | undefined;
  do {
    const { objects, paginationToken } = await disk.listAll(
      folder,
      token === undefined ? {} : { paginationToken: token },
    );
    const files: string[] = [];
    const folders: string[] = [];
    for (const object of objects) {
      if (object.isFile) files.push(object.key);
      else folders.push(object.prefix);
    }
    if (files.length > 0) yield files;
    for (const inner of folders) yield* pages(disk, inner);
    token = paginationToken;
  } while (token !== undefined);
}

/**
 * Shows a failure of the content only to whoever reads it. The driver gives up at the first error it hears of, even
 * while it is still creating the file, which would then come into being after it has been removed.
 */
async function* onceRead(content: AsyncIterable<Buffer>, onFailure: (error: unknown) => void): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of content) yield chunk;
  } catch (error) {
    onFailure(error);
    throw error;
  }
}
