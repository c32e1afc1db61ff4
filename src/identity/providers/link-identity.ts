import type { Request, RequestHandler } from 'express';
import type { Deps } from '../../deps.ts';
import { signInAnew } from '../../web/sign-in-anew.ts';
import { login } from '../whois.ts';
import { findProvider } from './pages.ts';
import type { Provider } from './provider.ts';

type Needs = Pick<Deps, 'db' | 'now'>;

const freshMinutes = 15;

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

/** Whether whoever acts has signed in just now. */
export async function isFresh({ db, now }: Needs, req: Request): Promise<boolean> {
  const kept = login.safeParse(req.session.passport?.user);
  if (!kept.success) return false;
  const { at } = await db.signIn.findUniqueOrThrow({ where: { id: kept.data.signInId }, select: { at: true } });
  return now().epochMilliseconds - at.getTime() < freshMinutes * 60_000;
}
