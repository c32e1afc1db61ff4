import type { Prisma } from '../../generated/prisma/client.ts';
import { recoveryCodeUsed } from '../../notifications/second-factor-letters.ts';
import type { Vault } from '../../vault/vault.ts';
import { stepOfCode } from './code-app.ts';
import { recoveryDigest } from './recovery-codes.ts';
import { tellHolder, type TellDeps } from './tell-holder.ts';

/** By what the holder proved themselves besides the password; `left` are the recovery codes they still have. */
export type Proof = { by: 'code' } | { by: 'recoveryCode'; left: number };

interface Typed {
  accountId: string;
  code: string;
}

/** Uses up a code of the app or a recovery code. Null when it is wrong or was used already; of two at once, one is. */
export async function proveCode(
  tx: Prisma.TransactionClient,
  deps: TellDeps,
  { accountId, code }: Typed,
): Promise<Proof | null> {
  const digits = code.replaceAll(/\s/g, '');
  if (/^\d{6}$/.test(digits)) return (await useCode(tx, deps, { accountId, code: digits })) ? { by: 'code' } : null;
  return useRecoveryCode(tx, deps, { accountId, code });
}

async function useCode(
  tx: Prisma.TransactionClient,
  { vault, now }: TellDeps,
  { accountId, code }: Typed,
): Promise<boolean> {
  const app = await tx.codeApp.findUnique({ where: { accountId }, select: { key: true } });
  const lastStep = app && stepOfCode(openAppKey(vault, accountId, app.key), code, now());
  if (lastStep === null) return false;
  const { count } = await tx.codeApp.updateMany({
    where: { accountId, lastStep: { lt: lastStep } },
    data: { lastStep },
  });
  return count === 1;
}

async function useRecoveryCode(
  tx: Prisma.TransactionClient,
  deps: TellDeps,
  { accountId, code }: Typed,
): Promise<Proof | null> {
  const codeDigest = recoveryDigest(deps.vault, { accountId, code });
  if (!codeDigest) return null;
  const usedAt = new Date(deps.now().epochMilliseconds);
  const { count } = await tx.recoveryCode.updateMany({
    where: { accountId, codeDigest, usedAt: null },
    data: { usedAt },
  });
  if (count === 0) return null;
  const left = await tx.recoveryCode.count({ where: { accountId, usedAt: null } });
  await tellHolder(tx, deps, {
    accountId,
    action: 'recoveryCodeUsed',
    details: { count: left },
    letter: links => recoveryCodeUsed({ ...links, left }),
  });
  return { by: 'recoveryCode', left };
}

export function sealAppKey(vault: Vault, accountId: string, key: string): Uint8Array<ArrayBuffer> {
  return vault.seal(key, `code-app/${accountId}`);
}

function openAppKey(vault: Vault, accountId: string, key: Uint8Array): string {
  return vault.open(key, `code-app/${accountId}`);
}
