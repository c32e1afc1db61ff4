import type { AppDeps } from '../deps.ts';
import { get, type Route } from '../web/route.ts';
import { agendaPage } from './agenda-page.ts';
import { liveDirectory } from './directory.ts';
import { homePage } from './home-page.ts';
import { infoPage } from './info-page.ts';
import { createPageCache } from './page-cache.ts';
import { servicesPage } from './services-page.ts';

export function catalogueRoutes(deps: AppDeps): Route[] {
  const catalogue = { directory: liveDirectory(deps), pages: createPageCache() };
  return [
    get('/', 'anyone', homePage(catalogue)),
    get('/sluzby', 'anyone', servicesPage(catalogue)),
    get('/sluzby/:slug', 'anyone', agendaPage(catalogue)),
    get(
      '/pristupnost',
      'anyone',
      infoPage(catalogue, { template: 'catalogue/accessibility.njk', department: 'informatiky' }),
    ),
    get(
      '/soukromi',
      'anyone',
      infoPage(catalogue, { template: 'catalogue/privacy.njk', department: 'kancelar-tajemnika' }),
    ),
  ];
}
