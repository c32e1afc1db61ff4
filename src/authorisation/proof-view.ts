import { shortPrint } from '../core/authorisation/print.ts';
import { formatDateTime } from '../core/czech/format.ts';
import type { Proof } from './proof.ts';

/** How a filing was confirmed, for the receipt, the page of the case and the desk. */
export interface ProofView {
  method: Proof['method'];
  level: Proof['level'];
  name: string;
  at: string;
  /** Of the document, in full and as people compare it. */
  sha256: string;
  print: string;
}

export function proofView({ method, level, name, at, sha256 }: Proof): ProofView {
  const when = formatDateTime(Temporal.Instant.from(at));
  return { method, level, name, at: when, sha256, print: shortPrint(sha256) };
}
