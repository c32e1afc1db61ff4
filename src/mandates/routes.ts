import type { AppDeps } from '../deps.ts';
import { get, post, type Route } from '../web/route.ts';
import { givePage } from './giving/page.ts';
import { offerPage } from './offer/page.ts';
import { officePages } from './office/pages.ts';
import { ownMandates } from './own/list-page.ts';
import { mandatePage } from './own/mandate-page.ts';
import { powerPage } from './power/page.ts';

/** Who may act for whom: on the principal's word given in the portal, or by a power of attorney that the registry has checked. */
export function mandateRoutes(deps: AppDeps): Route[] {
  const give = givePage(deps);
  const power = powerPage(deps);
  const offer = offerPage(deps);
  const mandate = mandatePage(deps);
  const office = officePages(deps);
  return [
    get('/ucet/zmocneni', 'citizen', ownMandates(deps)),
    get('/ucet/zmocneni/nove', 'citizen', give.show),
    post('/ucet/zmocneni/nove', 'citizen', give.give),
    get('/ucet/zmocneni/plna-moc', 'citizen', power.show),
    post('/ucet/zmocneni/plna-moc', 'citizen', power.bring, { readsMultipart: true }),
    get('/ucet/zmocneni/pozvanka', 'signedIn', offer.show),
    post('/ucet/zmocneni/pozvanka', 'signedIn', offer.accept),
    post('/ucet/zmocneni/pozvanka/odmitnuti', 'signedIn', offer.refuse),
    get('/ucet/zmocneni/:mandate', 'citizen', mandate.show),
    get('/ucet/zmocneni/:mandate/plna-moc', 'citizen', mandate.file, { kind: 'file' }),
    post('/ucet/zmocneni/:mandate/odvolani', 'citizen', mandate.revoke),
    post('/ucet/zmocneni/:mandate/vypoved', 'citizen', mandate.resign),
    get('/urad/plne-moci', 'routeCases', office.list),
    get('/urad/plne-moci/:mandate', 'routeCases', office.show),
    get('/urad/plne-moci/:mandate/soubor', 'routeCases', office.file, { kind: 'file' }),
    post('/urad/plne-moci/:mandate/prijeti', 'routeCases', office.accept),
    post('/urad/plne-moci/:mandate/odmitnuti', 'routeCases', office.reject),
  ];
}
