import type { AppDeps } from '../deps.ts';
import { get, type Route } from '../web/route.ts';
import { agendaPage } from './agenda-page.ts';
import { answersSchemaFile } from './answers-schema.ts';
import { liveDirectory } from './directory.ts';
import { homePage } from './home-page.ts';
import { infoPage } from './info-page.ts';
import { servicesPage } from './services-page.ts';

export function catalogueRoutes(deps: AppDeps): Route[] {
  const { pages } = deps;
  const catalogue = { directory: liveDirectory(deps, { onChange: pages.renew }), pages };
  return [
    get('/', 'anyone', homePage(catalogue)),
    get('/sluzby', 'anyone', servicesPage(catalogue)),
    get('/sluzby/:slug', 'anyone', agendaPage(catalogue)),
    get('/sluzby/:slug/odpovedi.schema.json', 'anyone', answersSchemaFile(catalogue), { kind: 'machine' }),
    get(
      '/pristupnost',
      'anyone',
      infoPage(catalogue, {
        address: '/pristupnost',
        template: 'catalogue/accessibility.njk',
        department: 'informatiky',
      }),
    ),
    get(
      '/soukromi',
      'anyone',
      infoPage(catalogue, {
        address: '/soukromi',
        template: 'catalogue/privacy.njk',
        department: 'kancelar-tajemnika',
      }),
    ),
  ];
}
