import { randomBytes } from 'node:crypto';
import { formatTrackingCode, parseTrackingCode } from '../../core/case/tracking-code.ts';
import type { Vault } from '../../vault/vault.ts';

const howMany = 10;

/** New codes as their holder writes them down; they are kept as digests only. */
export function drawRecoveryCodes(): string[] {
  return Array.from({ length: howMany }, () => formatTrackingCode(randomBytes(8)));
}

interface Typed {
  accountId: string;
  code: string;
}

/** Under which a code is kept; null when what was typed cannot be one. */
export function recoveryDigest(vault: Vault, { accountId, code }: Typed): Uint8Array<ArrayBuffer> | null {
  const read = parseTrackingCode(code);
  return read === null ? null : vault.digest(`${accountId}\0${read}`, 'recovery-code');
}
