import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import type { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Passkey } from '../../generated/prisma/client.ts';
import type { Holder } from '../whois.ts';
import type { signInAnswer } from './answer.ts';
import { siteOf } from './site.ts';

type Needs = Pick<Deps, 'db' | 'config' | 'now'>;
type Answer = z.output<typeof signInAnswer>;

/** No account is named: the device offers the keys it has for this site. */
export function askForPasskey(deps: Needs): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({ rpID: siteOf(deps).rpID, userVerification: 'required' });
}

type Opened = { ok: true; holder: Holder } | { ok: false; problem: 'wrong' | 'inactive' };

/** Whose account the passkey opens, when it has signed our challenge on our page. */
export async function openByPasskey(deps: Needs, challenge: string, answer: Answer): Promise<Opened> {
  const passkey = await deps.db.passkey.findUnique({
    where: { credentialId: Buffer.from(answer.id, 'base64url') },
    include: { account: { select: { sessionEpoch: true, officer: { select: { active: true } } } } },
  });
  if (!passkey || !isOfHolder(passkey, answer)) return { ok: false, problem: 'wrong' };
  const counter = await signedCounter(deps, { passkey, challenge, answer });
  if (counter === null || !(await count(deps, passkey, counter))) return { ok: false, problem: 'wrong' };
  const { accountId, account } = passkey;
  if (account.officer?.active === false) return { ok: false, problem: 'inactive' };
  return { ok: true, holder: { accountId, epoch: account.sessionEpoch } };
}

/** The device says for whom it signed: the account it was told when the key was made. */
function isOfHolder({ accountId }: Passkey, { response }: Answer): boolean {
  return Buffer.from(response.userHandle, 'base64url').toString() === accountId;
}

interface Signed {
  passkey: Passkey;
  challenge: string;
  answer: Answer;
}

/** How many times the device says it has signed; null when anything is not as it should be: the library throws then. */
async function signedCounter(deps: Needs, { passkey, challenge, answer }: Signed): Promise<number | null> {
  const { rpID, origin } = siteOf(deps);
  const { publicKey, counter } = passkey;
  const result = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    credential: { id: answer.id, publicKey, counter: Number(counter) },
    requireUserVerification: true,
  }).catch(() => null);
  return result?.verified ? result.authenticationInfo.newCounter : null;
}

/** False when the key was used elsewhere meanwhile, as a copy of it would be. */
async function count({ db, now }: Needs, { id, counter }: Passkey, newCounter: number): Promise<boolean> {
  const usedAt = new Date(now().epochMilliseconds);
  const { count: written } = await db.passkey.updateMany({
    where: { id, counter },
    data: { counter: newCounter, usedAt },
  });
  return written === 1;
}
