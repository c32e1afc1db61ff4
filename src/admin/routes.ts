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
import { logPage } from './log/page.ts';
import { giveUp, retryAll, retryOne } from './mail/change-mail.ts';
import { mailQueuePage } from './mail/queue-page.ts';
import { officeRoutes, type OfOtherSlices } from './office/routes.ts';

/** What the office offers, how its letters begin, who its people are and how its mail goes out; each part for whoever may. How a trial is begun, somebody invited and a lost key replaced, other slices say. */
export function adminRoutes(
  deps: AppDeps,
  { startTrial, ...ofOtherSlices }: OfOtherSlices & { startTrial: StartTrial },
): Route[] {
  return [
    get('/sprava', 'administration', dashboard(deps)),
    get('/sprava/agendy', 'manageAgendas', listAgendas(deps)),
    get('/sprava/agendy/nova', 'manageAgendas', newAgendaForm(deps)),
    post('/sprava/agendy/nova', 'manageAgendas', newAgendaSubmit(deps)),
    get('/sprava/agendy/import', 'manageAgendas', importForm),
    post('/sprava/agendy/import', 'manageAgendas', importSubmit(deps), { readsMultipart: true }),
    get('/sprava/agendy/archiv.json', 'manageAgendas', exportArchive(deps), { kind: 'file' }),
    get('/sprava/agendy/:slug', 'manageAgendas', showAgenda(deps)),
    get('/sprava/agendy/:slug/rozdil', 'manageAgendas', showDifference(deps)),
    post('/sprava/agendy/:slug/zkouska', 'manageAgendas', tryOut(deps, startTrial)),
    get('/sprava/agendy/:slug/verze/:number/dokument.json', 'manageAgendas', exportVersion(deps), { kind: 'file' }),
    get('/sprava/agendy/:slug/verze/:number/zverejneni', 'manageAgendas', showGate(deps)),
    post('/sprava/agendy/:slug/verze/:number/zverejneni', 'manageAgendas', passGate(deps)),
    post('/sprava/agendy/:slug/verze/:number/zverejneni/zruseni', 'manageAgendas', cancelPublication(deps)),
    post('/sprava/agendy/:slug/verze/:number/uprava', 'manageAgendas', editVersion(deps)),
    post('/sprava/agendy/:slug/verze/:number/obnova', 'manageAgendas', restoreVersion(deps)),
    post('/sprava/agendy/:slug/verze/:number/stazeni', 'manageAgendas', withdraw(deps)),
    post('/sprava/agendy/:slug/verze/:number/zahozeni', 'manageAgendas', discard(deps)),
    ...designerRoutes(deps), // …/navrh
    get('/sprava/posta', 'runOperation', mailQueuePage(deps)),
    post('/sprava/posta/opakovani', 'runOperation', retryAll(deps)),
    post('/sprava/posta/:id/opakovani', 'runOperation', retryOne(deps)),
    post('/sprava/posta/:id/vzdani', 'runOperation', giveUp(deps)),
    get('/sprava/protokol', 'readLogs', logPage(deps)),
    ...letterTemplateRoutes(deps), // /sprava/dopisy
    ...officeRoutes(deps, ofOtherSlices), // /sprava/odbory  /sprava/lide  /sprava/rozdelovani
  ];
}
