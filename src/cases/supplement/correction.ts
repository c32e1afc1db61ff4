import { createHash } from 'node:crypto';
import { canonicalJson } from '../../core/case/canonical.ts';
import type { ChangedAnswer } from '../../core/case/correct.ts';
import type { CorrectionItem } from '../../core/case/corrections.ts';
import type { Charge } from '../../core/form/charge.ts';
import type { Vault } from '../../vault/vault.ts';
import type { FiledAttachment, SubmissionContent } from '../submission.ts';

/** What the applicant mended, as it is kept for good: a dated part of the filing, which itself stays as it was. */
export interface CorrectionContent {
  format: 1;
  reference: string;
  /** One is the first correction of the case. */
  number: number;
  /** UTC, to milliseconds. */
  sentAt: string;
  agenda: SubmissionContent['agenda'];
  title: string;
  applicant: SubmissionContent['applicant'];
  /** SHA-256 of the content of the filing that is corrected, in hexadecimal. */
  submission: string;
  /** What the office asked for. */
  items: CorrectionItem[];
  answers: ChangedAnswer[];
  /** What it costs, where that is different now. */
  fee?: { before?: Charge; after?: Charge };
  attachments: FiledAttachment[];
}

/** The hash is taken over the readable content in its canonical spelling; the event of the case carries it. */
export function sealCorrection(
  vault: Vault,
  correctionId: string,
  content: CorrectionContent,
): { content: Uint8Array<ArrayBuffer>; hash: Uint8Array<ArrayBuffer> } {
  const text = canonicalJson(content);
  const hash = createHash('sha256').update(text, 'utf8').digest();
  return { content: vault.seal(text, context(correctionId)), hash: new Uint8Array(hash) };
}

export function openCorrection(vault: Vault, correctionId: string, sealed: Uint8Array): CorrectionContent {
  return JSON.parse(correctionText(vault, correctionId, sealed)) as CorrectionContent;
}

/** The very bytes that were hashed. */
export function correctionText(vault: Vault, correctionId: string, sealed: Uint8Array): string {
  return vault.open(sealed, context(correctionId));
}

function context(correctionId: string): string {
  return `case_correction/${correctionId}/content`;
}
