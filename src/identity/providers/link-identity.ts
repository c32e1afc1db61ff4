import type { RequestHandler } from 'express';
import type { Deps } from '../../deps.ts';
import { signInAnew } from '../../web/sign-in-anew.ts';
import { isFresh } from '../step-up.ts';
import { findProvider } from './pages.ts';
import type { Provider } from './provider.ts';

type Needs = Pick<Deps, 'db' | 'now'>;

/** The way to an identity that is to open this account. Whoever found a browser left signed in does not get that far. */
export function linkIdentityPage(deps: Needs, providers: Provider[]): RequestHandler {
  const ofCitizens = providers.filter(({ audience }) => audience === 'citizens');
  return async (req, res) => {
    const { slug, provider } = findProvider(ofCitizens, req);
    if (!(await isFresh(deps, req))) {
      req.session.notice = 'Než připojíte další způsob přihlášení, přihlaste se prosím znovu.';
      res.redirect(303, signInAnew('/ucet/identity'));
      return;
    }
    req.session.linking = provider;
    // A form may lead only within the portal (`form-action`), so a page stands between it and the provider.
    res.redirect(303, `/ucet/identity?${new URLSearchParams({ dal: slug }).toString()}`);
  };
}
