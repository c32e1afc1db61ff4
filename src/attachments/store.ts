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
  };
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
