import type { Request, Response } from 'express';
import type { IdentityProvider } from '../../generated/prisma/client.ts';

/** A way to prove who one is that somebody else keeps. */
export interface Provider {
  /** Its place in addresses: /prihlaseni/:slug. */
  slug: string;
  provider: IdentityProvider;
  audience: 'citizens' | 'staff';
  /** Sends the person to it. Like `finish` throws a ProviderProblem when that cannot be. */
  begin: (req: Request, res: Response) => Promise<void>;
  /** They are back by a link: signs them in, or leads on to what has to come first. */
  finish: (req: Request, res: Response) => Promise<void>;
  /**
   * Its answer comes by a form of its own, without our session: takes it in, for the browser to come for it by `finish`. Gives
   * what that browser alone is told, and comes with.
   */
  receive?: (req: Request) => Promise<string>;
}
