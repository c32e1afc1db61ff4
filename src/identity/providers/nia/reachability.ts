import type { Nia } from '../../../config.ts';

const patienceMs = 3_000;
/** So many sign-ins cost one question; whoever comes after an outage waits no longer than this. */
const keptMs = 15_000;

/**
 * Whether the provider is there, asked before anybody is sent to it: a browser at a site that does not answer cannot be told
 * of the other ways. Where the metadata are not read from it, nobody knows, and people are sent on.
 */
export function reachability({ metadataUrl }: Pick<Nia, 'metadataUrl'>): () => Promise<boolean> {
  if (metadataUrl === undefined) return () => Promise.resolve(true);
  let known: { isThere: Promise<boolean>; until: number } | undefined;
  return () => {
    if (!known || performance.now() >= known.until) {
      known = { isThere: answers(metadataUrl), until: performance.now() + keptMs };
    }
    return known.isThere;
  };
}

/** Whatever it says of the address: a server that says no is there. */
async function answers(url: string): Promise<boolean> {
  try {
    const { status } = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(patienceMs) });
    return status < 500;
  } catch {
    return false;
  }
}
