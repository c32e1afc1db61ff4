import type { Deps } from '../deps.ts';

/** The full address of a page of the portal, for a link in a mail. Never from the request: its host can be forged. */
export function pageUrl({ config }: Pick<Deps, 'config'>, path: string, query: Record<string, string> = {}): string {
  const url = new URL(path, config.publicUrl);
  url.search = new URLSearchParams(query).toString();
  return url.href;
}
