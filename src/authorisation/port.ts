import type { Request } from 'express';
import type { AssuranceLevel } from '../core/actor.ts';
import type { Method } from './proof.ts';

/** What is confirmed: a filing before it is sent, or one that waits for it. */
export type Subject = { draftId: string } | { caseId: string };

/** One exact document that somebody is to confirm. */
export interface Document {
  subject: Subject;
  /** In hexadecimal. */
  sha256: string;
  /** Whose it is to confirm; null of a filing without an account, which anybody with a proven identity may. */
  accountId: string | null;
  /** How surely it has to be known who confirms it. */
  needed: AssuranceLevel;
  /** The page where it is asked for. */
  page: string;
}

/**
 * A way in which a person authorises an act, as § 6 of act 12/2020 knows it: identification alone is no signature. Whatever
 * way it is, it ends in `confirm` (store), which writes the proof; so one of the state can stand beside the two of ours.
 */
export interface SubmissionAuthorization {
  method: Method;
  /** Whether whoever asks can use it. */
  isOffered: (req: Request, document: Document) => boolean | Promise<boolean>;
  /** Asks for the document to be confirmed, and says on which page that goes on. */
  ask: (req: Request, document: Document) => Promise<string>;
}
