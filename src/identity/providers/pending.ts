import type { Request } from 'express';
import type { Deps } from '../../deps.ts';
import { type ProvenIdentity, provenIdentity } from './proven.ts';

declare module 'express-session' {
  interface SessionData {
    /** Sealed: an identity just proved that opens no account yet, and until when it may be used. */
    pendingIdentity: { content: string; until: number };
  }
}

type Needs = Pick<Deps, 'vault' | 'now'>;

const minutes = 15;
const context = 'pending-identity';

/** Keeps an identity until its holder has said which account it is to open. */
export function keepPending({ vault, now }: Needs, req: Request, proven: ProvenIdentity): void {
  const content = Buffer.from(vault.seal(JSON.stringify(proven), context)).toString('base64');
  req.session.pendingIdentity = { content, until: now().epochMilliseconds + minutes * 60_000 };
}

/** Null when there is none, or it was proved too long ago. */
export function pendingIdentity({ vault, now }: Needs, req: Request): ProvenIdentity | null {
  const { pendingIdentity: kept } = req.session;
  if (!kept || kept.until < now().epochMilliseconds) return null;
  return provenIdentity.parse(JSON.parse(vault.open(Buffer.from(kept.content, 'base64'), context)));
}
