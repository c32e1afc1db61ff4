import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import { actFor } from './organisations/acting/act-for.ts';
import type { AppDeps, Deps } from './deps.ts';
import { identify } from './identity/identify.ts';
import { SessionStore } from './identity/session-store.ts';
import { routes } from './routes.ts';
import { cookies } from './web/cookies.ts';
import { createCsrf } from './web/csrf.ts';
import { errorPages, notFound } from './web/errors.ts';
import { refuseNullBytes } from './web/input.ts';
import { isSecure } from './web/is-secure.ts';
import { locals } from './web/locals.ts';
import { mount } from './web/mount.ts';
import { createPageCache } from './web/page-cache.ts';
import { publicFiles } from './web/public-files.ts';
import { requestLog } from './web/request-log.ts';
import { securityHeaders } from './web/security-headers.ts';
import { cookieName, sessions } from './web/sessions.ts';
import { createTexts } from './web/texts.ts';
import { createViews } from './web/views.ts';

const folder = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** The pipeline, in the order in which a request meets it. */
export function createApp(deps: Deps): Express {
  const { config, log } = deps;
  const secure = isSecure(config);
  const parts = wire(deps);
  const { csrf, pages } = parts;

  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', 'simple');
  // Pages of a person are not stored, so nothing asks whether they changed; kept pages have their own.
  app.set('etag', false);
  const t = createTexts({ localesDir: folder('locales'), strict: !config.production });
  createViews({ viewsDir: folder('views'), publicDir: folder('public'), t }).attach(app);

  app.use(requestLog(log));
  app.use(securityHeaders({ secure }));
  app.use('/assets', publicFiles(folder('public')));
  app.use(pages.serve);
  app.use(cookies());
  app.use(sessions({ store: new SessionStore(deps), secret: config.secretKey, secure }));
  app.use(identify(deps));
  app.use(actFor);
  app.use(locals({ csrf, demo: config.demo }));
  // Two hundred rows of a repeating group, with all their boxes, have to arrive whole.
  app.use(express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 20_000 }));
  app.use(refuseNullBytes);

  mount(app, routes(parts), csrf);

  app.use(notFound);
  app.use(errorPages(log));
  return app;
}

/** What the routes need beyond what the process does; made once per application. */
export function wire(deps: Deps): AppDeps {
  const { config } = deps;
  const csrf = createCsrf({ secret: config.secretKey, secure: isSecure(config) });
  const pages = createPageCache({ sessionCookie: cookieName('portal', isSecure(config)) });
  return { ...deps, csrf, pages };
}
