import type { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** Where file contents lie, by key. A folder now; anything flydrive drives later. */
export interface FileStore {
  put(key: string, content: Readable): Promise<void>;
  read(key: string): Promise<Readable>;
  remove(key: string): Promise<void>;
}

export function createFileStore(folder: string): FileStore {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }));
  return {
    put: (key, content) => disk.putStream(key, content),
    read: key => disk.getStream(key),
    remove: key => disk.delete(key),
  };
}
