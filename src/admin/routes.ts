import type { AppDeps } from '../deps.ts';
import { get, post, type Route } from '../web/route.ts';
import { changeVersion } from './agendas/change-version.ts';
import { exportVersion } from './agendas/export.ts';
import { importForm, importSubmit } from './agendas/import.ts';
import { listAgendas } from './agendas/list.ts';
import { showAgenda } from './agendas/show.ts';
import { dashboard } from './dashboard.ts';
import { mailQueuePage } from './mail/queue.ts';

/** What the office offers and how its mail goes out; for administrators alone. */
export function adminRoutes(deps: AppDeps): Route[] {
  return [
    get('/sprava', 'admin', dashboard(deps)),
    get('/sprava/agendy', 'admin', listAgendas(deps)),
    get('/sprava/agendy/import', 'admin', importForm),
    post('/sprava/agendy/import', 'admin', importSubmit(deps), { readsMultipart: true }),
    get('/sprava/agendy/:slug', 'admin', showAgenda(deps)),
    get('/sprava/agendy/:slug/verze/:number/dokument.json', 'admin', exportVersion(deps), { kind: 'file' }),
    post('/sprava/agendy/:slug/verze/:number/zverejneni', 'admin', changeVersion(deps, 'publish')),
    post('/sprava/agendy/:slug/verze/:number/stazeni', 'admin', changeVersion(deps, 'withdraw')),
    get('/sprava/posta', 'admin', mailQueuePage(deps)),
  ];
}
