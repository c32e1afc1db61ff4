import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { textParam } from '../../web/input.ts';
import { isFresh } from '../step-up.ts';
import type { IdentityLimits } from '../limits.ts';
import { wantedPath } from '../return-to.ts';
import { ProviderProblem } from './problem.ts';
import type { Provider } from './provider.ts';

interface ProviderPages {
  begin: RequestHandler;
  finish: RequestHandler;
  receive: RequestHandler;
}

/** To a provider and back. */
export function providerPages(
  deps: Pick<Deps, 'db' | 'now' | 'log'>,
  { providers, limits }: { providers: Provider[]; limits: IdentityLimits },
): ProviderPages {
  /** What a provider refuses ends with a page that says so; everybody else goes on as before. */
  const withProvider =
    (handle: (provider: Provider, req: Request, res: Response) => Promise<void>): RequestHandler =>
    async (req, res) => {
      const provider = findProvider(providers, req);
      try {
        await handle(provider, req, res);
      } catch (error) {
        if (!(error instanceof ProviderProblem)) throw error;
        delete req.session.linking;
        showProblem(req, res, provider, error);
      }
    };

  function showProblem(
    req: Request,
    res: Response,
    { slug, provider, audience }: Provider,
    problem: ProviderProblem,
  ): void {
    const { reason, detail, status } = problem;
    if (reason !== 'cancelled') deps.log.warn({ provider, reason, detail }, 'no sign-in by a provider');
    const others = providers.filter(other => other.audience === 'citizens' && other.slug !== slug);
    const view = {
      provider,
      slug,
      reason,
      others: audience === 'staff' ? [] : others,
      isFinal: status === 403,
      passwordHref: passwordHref(req),
    };
    res.status(status).set('Cache-Control', 'no-store').render('identity/provider-problem.njk', view);
  }

  return {
    begin: withProvider(async (provider, req, res) => {
      await limits.startProving(req);
      const wanted = wantedPath(req);
      if (wanted !== null) req.session.returnTo = wanted;
      // A way once begun and left is not gone on with by whoever finds the browser later.
      if (req.session.linking !== provider.provider || !(await isFresh(deps, req))) delete req.session.linking;
      await provider.begin(req, res);
    }),
    finish: withProvider(async (provider, req, res) => {
      await provider.finish(req, res);
      await limits.proved(req);
    }),
    receive: withProvider(async (provider, req, res) => {
      if (!provider.receive) throw new NotFound();
      await limits.startProving(req);
      const odpoved = await provider.receive(req);
      await limits.proved(req);
      res.redirect(303, `/prihlaseni/${provider.slug}/navrat?${new URLSearchParams({ odpoved }).toString()}`);
    }),
  };
}

/** Whoever is signed in is let see the page again. */
function passwordHref(req: Request): string {
  return req.actor.kind === 'guest' ? '/prihlaseni' : '/prihlaseni?znovu=1';
}

/** The provider the path names; one that is off is as unknown as any other. */
export function findProvider(providers: Provider[], req: Request): Provider {
  const slug = textParam(req, 'provider');
  const provider = providers.find(one => one.slug === slug);
  if (!provider) throw new NotFound();
  return provider;
}
