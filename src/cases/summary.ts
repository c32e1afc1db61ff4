import type { Vault } from '../vault/vault.ts';

/** The line by which a clerk tells cases apart. */
export interface CaseSummary {
  applicantName: string;
  /** Empty when the agenda names no fields for it. */
  subject: string;
}

export function sealSummary(vault: Vault, caseId: string, summary: CaseSummary): Uint8Array<ArrayBuffer> {
  return vault.seal(JSON.stringify(summary), context(caseId));
}

export function openSummary(vault: Vault, caseId: string, sealed: Uint8Array): CaseSummary {
  return JSON.parse(vault.open(sealed, context(caseId))) as CaseSummary;
}

function context(caseId: string): string {
  return `case/${caseId}/summary`;
}
