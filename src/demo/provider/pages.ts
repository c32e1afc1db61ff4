import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import type Provider from 'oidc-provider';
import { eidasLevels } from '../../core/identity/eidas.ts';
import { formBody } from '../../web/input.ts';
import { publicFiles } from '../../web/public-files.ts';
import { createTexts } from '../../web/texts.ts';
import { createViews } from '../../web/views.ts';
import { choicePath } from './configuration.ts';
import { provablePeople } from './people.ts';

const folder = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));

/** The provider with its one page: who there is to be, and a click that proves it. */
export function providerApp(provider: Provider, { portalUrl }: { portalUrl: string }): Express {
  const app = express();
  app.disable('x-powered-by');
  createViews({
    viewsDir: folder('views'),
    publicDir: folder('public'),
    t: createTexts({ localesDir: folder('locales'), strict: true }),
  }).attach(app);
  app.use('/assets', publicFiles(folder('public')));
  app.use(choicePath, (_req, res, next) => {
    res.set({ 'Content-Security-Policy': policyFor(portalUrl), 'Cache-Control': 'no-store' });
    next();
  });
  app.get(`${choicePath}/:uid`, async (req, res) => {
    // Throws when nobody is on the way here.
    const { uid } = await provider.interactionDetails(req, res);
    const people = provablePeople.map(({ id, givenName, familyName, birthDate, address, level }) => ({
      ...{ id, level, address, name: `${givenName} ${familyName}` },
      birthDate: Temporal.PlainDate.from(birthDate),
    }));
    res.render('demo/provider.njk', { people, action: `${choicePath}/${uid}` });
  });
  app.post(`${choicePath}/:uid`, express.urlencoded({ extended: false }), async (req, res) => {
    const person = provablePeople.find(({ id }) => id === formBody(req)['person']);
    const result = person
      ? { login: { accountId: person.id, acr: eidasLevels[person.level], remember: false } }
      : { error: 'access_denied', error_description: 'nobody was chosen' };
    await provider.interactionFinished(req, res, result);
  });
  app.use(choicePath, backToPortal(portalUrl));
  app.use(provider.callback());
  return app;
}

/** A page kept open for too long, or opened by itself. */
function backToPortal(portalUrl: string): express.ErrorRequestHandler {
  return (_error, _req, res, next) => {
    if (res.headersSent) next(_error);
    else res.redirect(303, `${portalUrl}/prihlaseni`);
  };
}

/** The form leads to the provider and from there back to the portal, which a browser counts as one way. */
function policyFor(portalUrl: string): string {
  const own = ['script-src', 'style-src', 'img-src', 'font-src', 'connect-src'].map(kind => `${kind} 'self'`);
  return [
    "default-src 'none'",
    ...own,
    `form-action 'self' ${portalUrl}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
