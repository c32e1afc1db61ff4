import { randomUUIDv7 } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import type { AssuranceLevel } from '../core/actor.ts';
import type { Deps } from '../deps.ts';
import type { SignInMethod } from '../generated/prisma/client.ts';
import type { Vault } from '../vault/vault.ts';
import type { SamlName } from './providers/nia/saml-name.ts';
import { sealSession } from './providers/nia/sessions.ts';
import type { ProvenIdentity } from './providers/proven.ts';
import type { Holder, Login } from './whois.ts';

/** Who got into an account, in which way, and how surely that told who they are. */
export interface SignedIn extends Holder {
  method: SignInMethod;
  level: AssuranceLevel;
  /** What they proved besides; `earlier` when it was in the sign-in that this one goes on from. */
  secondFactor?: 'code' | 'recoveryCode' | 'earlier';
  /** When they proved it, as a provider says; null where it does not say, left out of what was proved just now. */
  provedAt?: Temporal.Instant | null;
  /** At the provider; ends along with the sign-in. */
  session?: SamlName | undefined;
}

/** By a provider that has proved who they are. */
export function byProvider(holder: Holder, { provider: method, level, session, provedAt }: ProvenIdentity): SignedIn {
  return {
    ...holder,
    method,
    level,
    session,
    provedAt: provedAt === undefined ? null : Temporal.Instant.from(provedAt),
  };
}

/** By a link in a mail, which proves the mailbox. */
export function byMail(holder: Holder): SignedIn {
  return { ...holder, method: 'mailLink', level: 'account' };
}

/** From where somebody signed in, as their own list of sign-ins shows it. */
const origin = z.object({ address: z.string(), browser: z.string() });
type Origin = z.infer<typeof origin>;

const longestBrowser = 300;

/** Writes down a sign-in; the session it begins lasts only as long as nobody ends it. */
export async function recordSignIn(
  { db, vault, now }: Pick<Deps, 'db' | 'vault' | 'now'>,
  req: Request,
  { accountId, epoch, method, level, secondFactor, session }: SignedIn,
): Promise<Login> {
  const signInId = randomUUIDv7();
  const from: Origin = {
    address: req.ip ?? '',
    browser: (req.get('user-agent') ?? '').slice(0, longestBrowser),
  };
  const content = vault.seal(JSON.stringify(from), contentContext(signInId));
  const at = new Date(now().epochMilliseconds);
  const secondFactorAt = secondFactor ? at : null;
  const saml = session && { saml: { create: sealSession(vault, signInId, session) } };
  const data = { id: signInId, accountId, method, level, at, secondFactorAt, content, ...saml };
  await db.signIn.create({ data });
  return { accountId, epoch, signInId, level };
}

export function openOrigin(vault: Vault, signInId: string, content: Uint8Array): Origin {
  return origin.parse(JSON.parse(vault.open(content, contentContext(signInId))));
}

function contentContext(signInId: string): string {
  return `sign-in/${signInId}`;
}
