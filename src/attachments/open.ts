import type { Deps } from '../deps.ts';
import type { Flow } from '../vault/stream.ts';
import { contentContext } from './intake.ts';

/** The content of a stored file as it flows. Throws at once when it is not there, and on the way where it is not whole. */
export async function openFile(
  { files, vault }: Pick<Deps, 'files' | 'vault'>,
  { id, storageKey }: { id: string; storageKey: string },
): Promise<Flow> {
  return vault.openFlow(await files.read(storageKey), contentContext(id));
}
