import type { Citizen, Officer } from '../../core/actor.ts';
import type { Deps } from '../../deps.ts';
import { secondFactorOff, secondFactorOn } from '../../notifications/second-factor-letters.ts';
import { stepOfCode } from './code-app.ts';
import { proveCode, sealAppKey } from './prove-code.ts';
import { drawRecoveryCodes, recoveryDigest } from './recovery-codes.ts';
import { tellHolder } from './tell-holder.ts';

type Needs = Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now'>;

interface TurnOn {
  actor: Citizen | Officer;
  key: string;
  code: string;
}

/** From now on a code of the app follows the password. Gives the recovery codes; null when the code is not of that key. */
export async function turnOn(deps: Needs, { actor, key, code }: TurnOn): Promise<string[] | null> {
  const { accountId } = actor;
  const { vault, now } = deps;
  const lastStep = stepOfCode(key, code.replaceAll(/\s/g, ''), now());
  if (lastStep === null) return null;
  const codes = drawRecoveryCodes();
  const digests = codes.flatMap(one => recoveryDigest(vault, { accountId, code: one }) ?? []);
  await deps.db.$transaction(async tx => {
    const app = { key: sealAppKey(vault, accountId, key), lastStep, addedAt: new Date(now().epochMilliseconds) };
    await tx.codeApp.upsert({ where: { accountId }, create: { accountId, ...app }, update: app });
    await tx.recoveryCode.deleteMany({ where: { accountId } });
    await tx.recoveryCode.createMany({ data: digests.map(codeDigest => ({ accountId, codeDigest })) });
    await tellHolder(tx, deps, { accountId, actor, action: 'secondFactorOn', details: {}, letter: secondFactorOn });
  });
  return codes;
}

/** The password is enough again. False when the code is wrong, and then nothing has changed. */
export async function turnOff(
  deps: Needs,
  { actor, code }: { actor: Citizen | Officer; code: string },
): Promise<boolean> {
  const { accountId } = actor;
  return deps.db.$transaction(async tx => {
    if (!(await proveCode(tx, deps, { accountId, code }))) return false;
    await tx.codeApp.deleteMany({ where: { accountId } });
    await tx.recoveryCode.deleteMany({ where: { accountId } });
    await tellHolder(tx, deps, { accountId, actor, action: 'secondFactorOff', details: {}, letter: secondFactorOff });
    return true;
  });
}
