import type { Entries } from '../core/form/answers.ts';
import type { Definition } from '../core/form/definition.ts';

/** A draft opened by its owner. */
export interface OpenDraft {
  id: string;
  agendaSlug: string;
  agendaVersionId: string;
  /** An administrator tries the agenda out; the office never gets it. */
  isTrial: boolean;
  /** On whose behalf it is filled in; null for whoever fills it in. */
  organisation: string | null;
  /** Under which mandate an agent began it, and who that was; null of what no agent did. */
  mandateId: string | null;
  begunBy: string | null;
  definition: Definition;
  entries: Entries;
  /** Steps saved at least once. */
  visited: string[];
  /** Grows with every change of answers or attachments. */
  version: number;
  /** What a newer version of the agenda changed in it, in sentences, until the person has confirmed reading it. */
  changes: string[];
  /** Ids of fields filled in from the account and not changed since. */
  prefilled: string[];
  /** Where from, by their ids; from what the account keeps where it is not said. */
  prefilledFrom: Record<string, string>;
  expiresAt: Temporal.Instant;
  /** False once the office has withdrawn the agenda; then the answers can be read, but not filed. */
  isOffered: boolean;
  /** What the office says to people who have a draft of what it has withdrawn. */
  withdrawalMessage: string | null;
}

const daysKept = 30;

/** A draft lives for thirty days from its last change. */
export function expiryFrom(now: Temporal.Instant): Date {
  return new Date(now.add({ hours: 24 * daysKept }).epochMilliseconds);
}

/** Where a page of the draft is; without one, wherever there is something left to do. */
export function draftPath(draft: { id: string }, page?: string): string {
  return page === undefined ? `/podani/${draft.id}` : `/podani/${draft.id}/${page}`;
}
