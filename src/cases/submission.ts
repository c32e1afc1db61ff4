import { createHash } from 'node:crypto';
import { canonicalJson } from '../core/case/canonical.ts';
import type { FrozenContent } from '../core/form/freeze-content.ts';
import type { Vault } from '../vault/vault.ts';

/** What was filed, as it is kept for good: the questions as they read that day, the answers, the files, who and when. */
export interface SubmissionContent extends FrozenContent {
  format: 1;
  reference: string;
  /** UTC, to milliseconds. */
  filedAt: string;
  agenda: { slug: string; version: number };
  /** Filed by an administrator to try the agenda out; the office never got it. */
  trial?: true;
  department: string;
  /** On whose behalf it was filed. */
  organisation?: { ico: string; name: string };
  /** Who acted as an agent, and for whom (§ 33 of act 500/2004). */
  agent?: { name: string; principal: string };
  applicant: { name: string; email: string; phone: string | null };
  attachments: FiledAttachment[];
}

/** A filing as its author made it: without what the portal adds when it gets it. */
export type Act = Omit<SubmissionContent, 'reference' | 'filedAt'>;

export interface FiledAttachment {
  id: string;
  /** Id of the agenda's attachment it answers, and what the agenda calls it. */
  slot: string;
  label: string;
  /** As the person's device named it. */
  name: string;
  format: string;
  size: number;
  /** In hexadecimal. */
  sha256: string;
}

export interface SealedSubmission {
  content: Uint8Array<ArrayBuffer>;
  hash: Uint8Array<ArrayBuffer>;
}

/** The hash is taken over the readable content in its canonical spelling, which is also what the receipt carries. */
export function sealSubmission(vault: Vault, caseId: string, submission: SubmissionContent): SealedSubmission {
  const text = canonicalJson(submission);
  return { content: vault.seal(text, context(caseId)), hash: submissionHash(text) };
}

export function openSubmission(vault: Vault, caseId: string, sealed: Uint8Array): SubmissionContent {
  return JSON.parse(submissionText(vault, caseId, sealed)) as SubmissionContent;
}

/** The very bytes that were hashed. */
export function submissionText(vault: Vault, caseId: string, sealed: Uint8Array): string {
  return vault.open(sealed, context(caseId));
}

/**
 * SHA-256 in hexadecimal of what a person confirms as theirs: the whole filing in its canonical spelling but for its
 * reference and the time it came, which nobody knows before. So it is the same before it is filed and after.
 */
export function actHash(filing: Act | SubmissionContent): string {
  const act = { ...filing, reference: undefined, filedAt: undefined };
  return Buffer.from(submissionHash(canonicalJson(act))).toString('hex');
}

export function submissionHash(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(text, 'utf8').digest());
}

function context(caseId: string): string {
  return `submission/${caseId}/content`;
}
