import type { Entries } from '../core/form/answers.ts';
import type { Definition } from '../core/form/definition.ts';
import type { Vault } from '../vault/vault.ts';

/** A draft opened by its owner. */
export interface OpenDraft {
  id: string;
  agendaSlug: string;
  definition: Definition;
  entries: Entries;
  /** Steps saved at least once. */
  visited: string[];
  /** Grows with every change of answers or attachments. */
  version: number;
  expiresAt: Temporal.Instant;
  /** False once the office has withdrawn the agenda; then the answers can be read, but not filed. */
  isOffered: boolean;
}

const daysKept = 30;

/** A draft lives for thirty days from its last change. */
export function expiryFrom(now: Temporal.Instant): Date {
  return new Date(now.add({ hours: 24 * daysKept }).epochMilliseconds);
}

export function sealEntries(vault: Vault, draftId: string, entries: Entries): Uint8Array<ArrayBuffer> {
  return vault.seal(JSON.stringify(entries), `draft/${draftId}/entries`);
}

/** What lies sealed there was put in by `sealEntries`, and `evaluate` trusts none of it anyway. */
export function openEntries(vault: Vault, draftId: string, sealed: Uint8Array): Entries {
  return JSON.parse(vault.open(sealed, `draft/${draftId}/entries`)) as Entries;
}

/** Where a page of the draft is; without one, wherever there is something left to do. */
export function draftPath(draft: { id: string }, page?: string): string {
  return page === undefined ? `/podani/${draft.id}` : `/podani/${draft.id}/${page}`;
}
