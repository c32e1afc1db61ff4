import { formatTrackingCode } from '../core/case/tracking-code.ts';
import type { Vault } from '../vault/vault.ts';

/** The secret by which somebody without an account follows their case. Derived from the case, so that it is stored nowhere. */
export function trackingCode(vault: Vault, caseId: string): string {
  return formatTrackingCode(vault.digest(caseId, 'tracking-code').subarray(0, 8));
}
