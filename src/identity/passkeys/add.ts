import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { z } from 'zod';
import type { Citizen, Officer } from '../../core/actor.ts';
import type { Deps } from '../../deps.ts';
import { passkeyAdded } from '../../notifications/second-factor-letters.ts';
import { tellHolder } from '../second-factor/tell-holder.ts';
import type { newKeyAnswer } from './answer.ts';
import { sealPasskeyName } from './kept.ts';
import { siteOf } from './site.ts';

type Needs = Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now'>;

/** What the browser is to ask the device for: a key that finds its account by itself and asks for a finger or a PIN. */
export async function offerPasskey(deps: Needs, accountId: string): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { name, email, passkeys } = await deps.db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { name: true, email: true, passkeys: { select: { credentialId: true, transports: true } } },
  });
  return generateRegistrationOptions({
    rpName: 'Portál občana',
    rpID: siteOf(deps).rpID,
    userName: email ?? name,
    userDisplayName: name,
    userID: new TextEncoder().encode(accountId),
    excludeCredentials: passkeys.map(({ credentialId, transports }) => ({
      id: Buffer.from(credentialId).toString('base64url'),
      transports,
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

interface Add {
  actor: Citizen | Officer;
  name: string;
  challenge: string;
  answer: z.output<typeof newKeyAnswer>;
}

/** False when the answer is not one to our challenge from our page, or the key opens an account already. */
export async function addPasskey(deps: Needs, { actor, name, challenge, answer }: Add): Promise<boolean> {
  const { accountId } = actor;
  const credential = await verified(deps, challenge, answer);
  if (!credential) return false;
  return deps.db.$transaction(async tx => {
    const [added] = await tx.passkey.createManyAndReturn({
      data: {
        accountId,
        credentialId: Buffer.from(credential.id, 'base64url'),
        publicKey: credential.publicKey,
        counter: credential.counter,
        transports: answer.response.transports,
        name: sealPasskeyName(deps.vault, accountId, name),
        addedAt: new Date(deps.now().epochMilliseconds),
      },
      skipDuplicates: true,
      select: { id: true },
    });
    if (!added) return false;
    const details = { passkeyId: added.id };
    await tellHolder(tx, deps, { accountId, actor, action: 'passkeyAdded', details, letter: passkeyAdded });
    return true;
  });
}

/** The library throws at whatever is not as it should be. */
async function verified(deps: Needs, challenge: string, answer: Add['answer']) {
  const { rpID, origin } = siteOf(deps);
  const result = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
  }).catch(() => null);
  return result?.verified ? result.registrationInfo.credential : null;
}
