import type { Deps } from '../deps.ts';
import { get, post, type Route } from '../web/route.ts';
import type { IdentityLimits } from './limits.ts';
import type { Provider } from './providers/provider.ts';
import type { Places } from './closing/close-account.ts';
import type { TakeBack } from './email-change/undo.ts';
import { accountPages } from './account-pages.ts';
import { ownVerificationPage } from './counter/own-page.ts';
import { detailsPage } from './details-page.ts';
import { emailChangePages } from './email-change/pages.ts';
import { exportPage } from './export/page.ts';
import { mailSettingsPage } from './mail-settings-page.ts';
import { passkeyPages } from './passkeys/pages.ts';
import { identitiesPage } from './providers/identities-page.ts';
import { linkIdentityPage } from './providers/link-identity.ts';
import { closingPage } from './closing/page.ts';
import { appPages } from './second-factor/app-pages.ts';
import { overviewPage } from './second-factor/overview-page.ts';
import { signInsPage } from './sign-ins-page.ts';

interface Needed {
  limits: IdentityLimits;
  providers: Provider[];
  places: Places;
  takeBack: TakeBack;
}

/** What people see and change of their own account. */
export function ownAccountRoutes(deps: Deps, { limits, providers, places, takeBack }: Needed): Route[] {
  const account = accountPages(deps, limits);
  const details = detailsPage(deps);
  const mailSettings = mailSettingsPage(deps);
  const email = emailChangePages(deps, { limits, takeBack });
  const signIns = signInsPage(deps);
  const identities = identitiesPage(deps, providers);
  const app = appPages(deps, limits);
  const passkeys = passkeyPages(deps);
  const copy = exportPage(deps, limits);
  const closing = closingPage(deps, { limits, places });
  const ownVerification = ownVerificationPage(deps);
  return [
    get('/ucet', 'signedIn', account.show),
    get('/ucet/udaje', 'citizen', details.show),
    post('/ucet/udaje', 'citizen', details.save),
    post('/ucet/udaje/smazat', 'citizen', details.forget),
    get('/ucet/heslo', 'signedIn', account.showPassword),
    post('/ucet/heslo', 'signedIn', account.savePassword),
    get('/ucet/email', 'citizen', email.show),
    post('/ucet/email', 'citizen', email.ask),
    get('/ucet/email/odeslano', 'citizen', email.sent),
    get('/ucet/email/potvrzeni', 'citizen', email.showLink),
    post('/ucet/email/potvrzeni', 'citizen', email.confirm),
    get('/zmena-emailu/zpet', 'anyone', email.showUndo),
    post('/zmena-emailu/zpet', 'anyone', email.undo, { before: [limits.resetting] }),
    get('/ucet/prihlaseni', 'signedIn', signIns.show),
    post('/ucet/prihlaseni/ostatni', 'signedIn', signIns.endOthers),
    post('/ucet/prihlaseni/:signIn/konec', 'signedIn', signIns.endOne),
    get('/ucet/overeni', 'signedIn', overviewPage(deps)),
    get('/ucet/overeni/aplikace', 'signedIn', app.show),
    post('/ucet/overeni/aplikace', 'signedIn', app.turnOn),
    get('/ucet/overeni/kody', 'signedIn', app.showCodes),
    post('/ucet/overeni/vypnuti', 'signedIn', app.turnOff),
    post('/ucet/overeni/klice/vyzva', 'signedIn', passkeys.challenge, { kind: 'machine' }),
    post('/ucet/overeni/klice', 'signedIn', passkeys.add),
    post('/ucet/overeni/klice/:key/odebrani', 'signedIn', passkeys.remove),
    get('/ucet/identity', 'citizen', identities.show),
    post('/ucet/identity/:identity/odpojeni', 'citizen', identities.unlink),
    post('/ucet/identity/:provider/pripojeni', 'citizen', linkIdentityPage(deps, providers)),
    get('/ucet/oznameni', 'signedIn', mailSettings.show),
    post('/ucet/oznameni', 'signedIn', mailSettings.save),

    get('/ucet/vse', 'signedIn', copy.show),
    post('/ucet/vse', 'signedIn', copy.send, { kind: 'file' }),
    get('/ucet/zruseni', 'signedIn', closing.show),
    post('/ucet/zruseni', 'signedIn', closing.close),
    get('/ucet/totoznost', 'citizen', ownVerification.show),
    post('/ucet/totoznost', 'citizen', ownVerification.makeCode),
  ];
}
