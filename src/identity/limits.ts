import type { Request, RequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { createLimiter, perAddress } from '../web/limits.ts';
import { knownBrowser } from './known-browser.ts';

export interface IdentityLimits {
  registering: RequestHandler;
  resetting: RequestHandler;
  /** Counts an attempt to prove who one is, before the password is looked at; throws when there were too many. */
  startSignIn(req: Request, account: string): Promise<{ succeeded(): Promise<void> }>;
  /** Counts a way to a provider, until whoever went it comes back proved; throws when there were too many. */
  startProving(req: Request): Promise<void>;
  proved(req: Request): Promise<void>;
  /** Counts a code typed after the password of the account was right: from wherever they come, they are few. */
  startCode(accountId: string): Promise<{ succeeded(): Promise<void> }>;
  /** Against filling the table of sessions: each challenge is kept in one. */
  challenging: RequestHandler;
  /** Nobody's mailbox is filled by somebody else's clicking. */
  startMail(email: string): Promise<void>;
}

// A stranger at one address runs out of attempts long before the owner, at another address, does.
const strangersPerAccount = 5;
// A whole office may sign in by passkeys from one address in the morning.
const challengesPerAttempt = 10;

export function identityLimits({ pool, vault, config }: Deps): IdentityLimits {
  const { rates } = config;
  const limiter = (name: string, attempts: number) => createLimiter({ pool, name, attempts });
  const byAddress = limiter('sign-in-address', rates.signInPerAddress);
  const byBrowser = limiter('sign-in-browser', rates.signInPerAccount);
  const byPair = limiter('sign-in-pair', rates.signInPerAccount);
  const byAccount = limiter('sign-in-account', rates.signInPerAccount * strangersPerAccount);
  const proving = limiter('proving-address', rates.signInPerAddress);
  const codes = limiter('sign-in-code', rates.signInPerAccount);
  const challenges = limiter('passkey-challenge', rates.signInPerAddress * challengesPerAttempt);
  const mails = limiter('mail-account', rates.resetPerAccount);

  // Addresses of people do not lie about in the table of limits.
  const keyOf = (...parts: string[]) => Buffer.from(vault.digest(parts.join('\0'), 'limits')).toString('base64url');

  return {
    registering: perAddress(limiter('register-address', rates.registerPerAddress)),
    resetting: perAddress(limiter('reset-address', rates.resetPerAddress)),
    async startSignIn(req, account) {
      const address = req.ip ?? 'unknown';
      const name = account.toLowerCase();
      // Whoever guesses elsewhere does not shut the holder out of a browser that has been theirs: it has its own attempts.
      const browser = knownBrowser({ vault, config }, req, name);
      if (browser !== null) {
        const own = keyOf(name, browser);
        await byBrowser.spend(own);
        return { succeeded: () => byBrowser.forgive(own) };
      }
      const pair = keyOf(name, address);
      // In this order: what one address has used up does not count against the account.
      await byAddress.spend(address);
      await byPair.spend(pair);
      await byAccount.spend(keyOf(name));
      return {
        // A whole office signs in from one address in the morning: only failures count against it.
        async succeeded() {
          await Promise.all([byAddress.refund(address), byPair.forgive(pair), byAccount.forgive(keyOf(name))]);
        },
      };
    },
    startProving: req => proving.spend(req.ip ?? 'unknown'),
    proved: req => proving.refund(req.ip ?? 'unknown'),
    async startCode(accountId) {
      const key = keyOf('code', accountId);
      await codes.spend(key);
      return { succeeded: () => codes.forgive(key) };
    },
    challenging: perAddress(challenges),
    startMail: email => mails.spend(keyOf(email)),
  };
}
