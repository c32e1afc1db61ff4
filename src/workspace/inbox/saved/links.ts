import type { Vault } from '../../../vault/vault.ts';
import type { SavedRow } from '../queries.ts';
import { openSaved } from './content.ts';

export interface SavedLink {
  id: string;
  name: string;
  /** The address to pass on within the department. */
  href: string;
  isCurrent: boolean;
}

/** The lists an officer has saved; `here` is the beginning of the one that is shown. */
export function savedLinks(vault: Vault, rows: SavedRow[], here: string): SavedLink[] {
  return rows.map(({ id, content }) => {
    const { name, query } = openSaved(vault, id, Buffer.from(content, 'base64'));
    return { id, name, href: `/urad/pohledy/${id}`, isCurrent: here === `/urad?${query}` };
  });
}
