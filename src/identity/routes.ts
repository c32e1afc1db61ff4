import type { AppDeps } from '../deps.ts';
import { get, post, type Route } from '../web/route.ts';
import { accountPages } from './account-pages.ts';
import { counterPages } from './counter/office-pages.ts';
import { ownVerificationPage } from './counter/own-page.ts';
import { detailsPage } from './details-page.ts';
import { emailChangePages } from './email-change/pages.ts';
import type { TakeBack } from './email-change/undo.ts';
import { exportPage } from './export/page.ts';
import { identityLimits } from './limits.ts';
import { mailSettingsPage } from './mail-settings-page.ts';
import { passkeyPages } from './passkeys/pages.ts';
import { passwordPages } from './password-pages.ts';
import type { TakeRepresentative } from './providers/enter.ts';
import { firstVisit } from './providers/first-visit.ts';
import { identitiesPage } from './providers/identities-page.ts';
import { linkIdentityPage } from './providers/link-identity.ts';
import { niaRoutes } from './providers/nia/routes.ts';
import { providerPages } from './providers/pages.ts';
import { providers } from './providers/providers.ts';
import type { StaffOffice } from './providers/staff/office.ts';
import { registrationPages } from './registration-pages.ts';
import type { Places } from './closing/close-account.ts';
import { closingPage } from './closing/page.ts';
import { appPages } from './second-factor/app-pages.ts';
import { codePage } from './second-factor/code-page.ts';
import { overviewPage } from './second-factor/overview-page.ts';
import { signInPages } from './sign-in-pages.ts';
import { signInsPage } from './sign-ins-page.ts';

interface Others {
  office: StaffOffice;
  takeRepresentative: TakeRepresentative;
  places: Places;
  takeBack: TakeBack;
}

/** What the office does with its people, who represents organisations and who is what to them, other slices say. */
export function identityRoutes(appDeps: AppDeps, { office, takeRepresentative, places, takeBack }: Others): Route[] {
  const deps = { ...appDeps, takeRepresentative };
  const limits = identityLimits(deps);
  const on = providers(deps, office);
  const provider = providerPages(deps, { providers: on, limits });
  const signIn = signInPages(deps, { limits, providers: on });
  const registration = registrationPages(deps, limits);
  const password = passwordPages(deps, limits);
  const account = accountPages(deps, limits);
  const details = detailsPage(deps);
  const mailSettings = mailSettingsPage(deps);
  const email = emailChangePages(deps, { limits, takeBack });
  const signIns = signInsPage(deps);
  const first = firstVisit(deps, limits);
  const identities = identitiesPage(deps, on);
  const code = codePage(deps, limits);
  const app = appPages(deps, limits);
  const passkeys = passkeyPages(deps);
  const counter = counterPages(deps);
  const copy = exportPage(deps, limits);
  const closing = closingPage(deps, { limits, places });
  const ownVerification = ownVerificationPage(deps);
  const challenging = { before: [limits.challenging], kind: 'machine' as const };
  const registering = { before: [limits.registering] };
  const resetting = { before: [limits.resetting] };
  return [
    get('/prihlaseni', 'anyone', signIn.show),
    post('/prihlaseni', 'anyone', signIn.signIn),
    get('/prihlaseni/kod', 'anyone', code.show),
    post('/prihlaseni/kod', 'anyone', code.enter),
    post('/prihlaseni/klic/vyzva', 'anyone', signIn.passkey.challenge, challenging),
    post('/prihlaseni/klic', 'anyone', signIn.passkey.signIn),
    post('/odhlaseni', 'anyone', signIn.signOut),

    get('/prihlaseni/poprve', 'anyone', first.show),
    post('/prihlaseni/poprve', 'anyone', first.begin),
    post('/prihlaseni/poprve/tento', 'anyone', first.joinOwn),
    post('/prihlaseni/poprve/ucet', 'anyone', first.join),

    ...niaRoutes(deps, limits),
    get('/prihlaseni/:provider', 'anyone', provider.begin, { kind: 'action' }),
    get('/prihlaseni/:provider/navrat', 'anyone', provider.finish, { kind: 'action' }),
    post('/prihlaseni/:provider/navrat', 'anyone', provider.receive, { isForeign: true }),

    get('/registrace', 'anyone', registration.show),
    post('/registrace', 'anyone', registration.register, registering),
    get('/registrace/odeslano', 'anyone', registration.sent),
    get('/registrace/znovu', 'anyone', registration.showResend),
    post('/registrace/znovu', 'anyone', registration.resend, registering),
    get('/potvrzeni-emailu', 'anyone', registration.showConfirmation),
    post('/potvrzeni-emailu', 'anyone', registration.confirm),

    get('/zapomenute-heslo', 'anyone', password.showForgotten),
    post('/zapomenute-heslo', 'anyone', password.forgotten, resetting),
    get('/zapomenute-heslo/odeslano', 'anyone', password.sent),
    get('/nove-heslo', 'anyone', password.showNew),
    post('/nove-heslo', 'anyone', password.setNew, resetting),

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
    post('/zmena-emailu/zpet', 'anyone', email.undo, resetting),
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
    post('/ucet/identity/:provider/pripojeni', 'citizen', linkIdentityPage(deps, on)),
    get('/ucet/oznameni', 'signedIn', mailSettings.show),
    post('/ucet/oznameni', 'signedIn', mailSettings.save),

    get('/ucet/vse', 'signedIn', copy.show),
    post('/ucet/vse', 'signedIn', copy.send, { kind: 'file' }),
    get('/ucet/zruseni', 'signedIn', closing.show),
    post('/ucet/zruseni', 'signedIn', closing.close),
    get('/ucet/totoznost', 'citizen', ownVerification.show),
    post('/ucet/totoznost', 'citizen', ownVerification.makeCode),
    get('/urad/overeni-totoznosti', 'verifyIdentity', counter.begin),
    post('/urad/overeni-totoznosti', 'verifyIdentity', counter.find),
    get('/urad/overeni-totoznosti/:account', 'verifyIdentity', counter.show),
    post('/urad/overeni-totoznosti/:account', 'verifyIdentity', counter.verify),
    post('/urad/overeni-totoznosti/:account/odvolani', 'verifyIdentity', counter.revoke),
  ];
}
