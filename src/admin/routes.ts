import type { AppDeps } from '../deps.ts';
import { get, post, type Route } from '../web/route.ts';
import { discard, editVersion, restoreVersion, withdraw } from './agendas/change-version.ts';
import { showDifference } from './agendas/difference-page.ts';
import { exportArchive, exportVersion } from './agendas/export.ts';
import { cancelPublication, passGate, showGate } from './agendas/gate-page.ts';
import { importForm, importSubmit } from './agendas/import.ts';
import { listAgendas } from './agendas/list.ts';
import { newAgendaForm, newAgendaSubmit } from './agendas/new-agenda.ts';
import { showAgenda } from './agendas/show.ts';
import { type StartTrial, tryOut } from './agendas/trial-page.ts';
import { dashboard } from './dashboard.ts';
import { designerRoutes } from './designer/routes.ts';
import { letterTemplateRoutes } from './letters/routes.ts';
import { giveUp, retryAll, retryOne } from './mail/change-mail.ts';
import { mailQueuePage } from './mail/queue-page.ts';
import type { Invite } from './office/people/change.ts';
import { officeRoutes } from './office/routes.ts';

/** What the office offers, how its letters begin, who its people are and how its mail goes out; for administrators alone. How a trial is begun and somebody invited, other slices say. */
export function adminRoutes(
  deps: AppDeps,
  { startTrial, invite }: { startTrial: StartTrial; invite: Invite },
): Route[] {
  return [
    get('/sprava', 'admin', dashboard(deps)),
    get('/sprava/agendy', 'admin', listAgendas(deps)),
    get('/sprava/agendy/nova', 'admin', newAgendaForm(deps)),
    post('/sprava/agendy/nova', 'admin', newAgendaSubmit(deps)),
    get('/sprava/agendy/import', 'admin', importForm),
    post('/sprava/agendy/import', 'admin', importSubmit(deps), { readsMultipart: true }),
    get('/sprava/agendy/archiv.json', 'admin', exportArchive(deps), { kind: 'file' }),
    get('/sprava/agendy/:slug', 'admin', showAgenda(deps)),
    get('/sprava/agendy/:slug/rozdil', 'admin', showDifference(deps)),
    post('/sprava/agendy/:slug/zkouska', 'admin', tryOut(deps, startTrial)),
    get('/sprava/agendy/:slug/verze/:number/dokument.json', 'admin', exportVersion(deps), { kind: 'file' }),
    get('/sprava/agendy/:slug/verze/:number/zverejneni', 'admin', showGate(deps)),
    post('/sprava/agendy/:slug/verze/:number/zverejneni', 'admin', passGate(deps)),
    post('/sprava/agendy/:slug/verze/:number/zverejneni/zruseni', 'admin', cancelPublication(deps)),
    post('/sprava/agendy/:slug/verze/:number/uprava', 'admin', editVersion(deps)),
    post('/sprava/agendy/:slug/verze/:number/obnova', 'admin', restoreVersion(deps)),
    post('/sprava/agendy/:slug/verze/:number/stazeni', 'admin', withdraw(deps)),
    post('/sprava/agendy/:slug/verze/:number/zahozeni', 'admin', discard(deps)),
    ...designerRoutes(deps), // …/navrh
    get('/sprava/posta', 'admin', mailQueuePage(deps)),
    post('/sprava/posta/opakovani', 'admin', retryAll(deps)),
    post('/sprava/posta/:id/opakovani', 'admin', retryOne(deps)),
    post('/sprava/posta/:id/vzdani', 'admin', giveUp(deps)),
    ...letterTemplateRoutes(deps), // /sprava/dopisy
    ...officeRoutes(deps, invite), // /sprava/odbory  /sprava/lide  /sprava/rozdelovani
  ];
}
