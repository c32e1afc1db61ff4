import type { AppDeps } from '../deps.ts';
import { get, post, type Route } from '../web/route.ts';
import { counterPages } from './counter/office-pages.ts';
import type { TakeBack } from './email-change/undo.ts';
import { identityLimits } from './limits.ts';
import { passwordPages } from './password-pages.ts';
import type { TakeRepresentative } from './providers/enter.ts';
import { firstVisit } from './providers/first-visit.ts';
import { niaRoutes } from './providers/nia/routes.ts';
import { providerPages } from './providers/pages.ts';
import { providers } from './providers/providers.ts';
import type { StaffOffice } from './providers/staff/office.ts';
import { registrationPages } from './registration-pages.ts';
import type { Places } from './closing/close-account.ts';
import { codePage } from './second-factor/code-page.ts';
import { signInPages } from './sign-in-pages.ts';
import { ownAccountRoutes } from './own-account-routes.ts';

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
  const first = firstVisit(deps, limits);
  const code = codePage(deps, limits);
  const counter = counterPages(deps);
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

    ...ownAccountRoutes(deps, { limits, providers: on, places, takeBack }), // /ucet/...

    get('/urad/overeni-totoznosti', 'verifyIdentity', counter.begin),
    post('/urad/overeni-totoznosti', 'verifyIdentity', counter.find),
    get('/urad/overeni-totoznosti/:account', 'verifyIdentity', counter.show),
    post('/urad/overeni-totoznosti/:account', 'verifyIdentity', counter.verify),
    post('/urad/overeni-totoznosti/:account/odvolani', 'verifyIdentity', counter.revoke),
  ];
}
