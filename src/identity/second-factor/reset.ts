import type { Officer } from '../../core/actor.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { secondFactorReset } from '../../notifications/second-factor-letters.ts';
import { tellHolder, type TellDeps } from './tell-holder.ts';

interface Reset {
  officerId: string;
  accountId: string;
  /** Who asks for it: an administrator of people. */
  actor: Officer;
}

/**
 * For an officer who has lost their phone and the recovery codes: nothing besides the password is asked for until they add
 * something again, and whoever is signed in is not any more.
 */
export async function resetSecondFactor(
  tx: Prisma.TransactionClient,
  deps: TellDeps,
  { officerId, accountId, actor }: Reset,
): Promise<void> {
  await tx.codeApp.deleteMany({ where: { accountId } });
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  await tx.passkey.deleteMany({ where: { accountId } });
  const endedAt = new Date(deps.now().epochMilliseconds);
  await tx.signIn.updateMany({ where: { accountId, endedAt: null }, data: { endedAt } });
  const told = { action: 'secondFactorReset', details: { officerId }, letter: secondFactorReset } as const;
  await tellHolder(tx, deps, { accountId, actor, ...told });
}
