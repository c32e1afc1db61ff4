import type { Request } from 'express';
import type { Deps } from '../../deps.ts';

type Purpose = 'add' | 'signIn';

declare module 'express-session' {
  interface SessionData {
    /** What a passkey is to sign, and until when. */
    passkeyChallenge: { challenge: string; purpose: Purpose; until: number };
  }
}

const minutes = 5;

interface Kept {
  challenge: string;
  purpose: Purpose;
}

export function keepChallenge({ now }: Pick<Deps, 'now'>, req: Request, kept: Kept): void {
  req.session.passkeyChallenge = { ...kept, until: now().epochMilliseconds + minutes * 60_000 };
}

/** The challenge that was given for that purpose; it is used up by being looked at, whatever comes of the answer. */
export function takeChallenge({ now }: Pick<Deps, 'now'>, req: Request, purpose: Purpose): string | null {
  const { passkeyChallenge: kept } = req.session;
  delete req.session.passkeyChallenge;
  return kept?.purpose === purpose && kept.until >= now().epochMilliseconds ? kept.challenge : null;
}
