import { keepWithFiles } from '../attachments/keep-with-files.ts';
import type { AppDeps } from '../deps.ts';
import { get, post, type Route } from '../web/route.ts';
import { absencePages } from './absences/pages.ts';
import { actionHandlers } from './desk/actions.ts';
import { keepForm } from './desk/kept.ts';
import { stayAt } from './desk/presence.ts';
import { goOn } from './desk/go-on.ts';
import { openDesk } from './desk/open.ts';
import { previewCaseAttachment, sendCaseAttachment } from './desk/send-attachment.ts';
import { showBulk } from './bulk/show.ts';
import { startBulk } from './bulk/start.ts';
import { createDirectory } from './directory.ts';
import { exportList } from './export/list.ts';
import { sendFigures, showFigures } from './figures/pages.ts';
import { openInbox } from './inbox/open.ts';
import { deleteSavedView, openSavedView } from './inbox/saved/open.ts';
import { saveView } from './inbox/saved/save.ts';
import { lookPages } from './look/pages.ts';
import { showMentions } from './mentions.ts';
import { writeToApplicant } from './messages/write.ts';
import { showTasks } from './tasks/page.ts';
import { showShortcuts } from './shortcuts.ts';
import { watchCase } from './watch.ts';

/** The officer's side: what waits for them, and the desk at which a case is worked. */
export function workspaceRoutes(deps: AppDeps): Route[] {
  const directory = createDirectory(deps);
  const actions = actionHandlers(deps, directory);
  const absences = absencePages(deps, directory);
  const look = lookPages(deps, directory);
  const step = (resource: string, name: keyof typeof actions): Route =>
    post(`/urad/pripady/:ref/${resource}`, 'officer', actions[name], { keep: keepForm(deps, name) });
  return [
    get('/urad', 'officer', openInbox(deps, directory)),
    get('/urad/export.csv', 'officer', exportList(deps, 'csv'), { kind: 'file' }),
    get('/urad/export.xlsx', 'officer', exportList(deps, 'xlsx'), { kind: 'file' }),
    post('/urad/hromadne', 'officer', startBulk(deps, directory)),
    get('/urad/hromadne/:run', 'officer', showBulk(deps)),
    post('/urad/pohledy', 'officer', saveView(deps, directory)),
    get('/urad/pohledy/:view', 'officer', openSavedView(deps), { kind: 'action' }),
    post('/urad/pohledy/:view/smazani', 'officer', deleteSavedView(deps)),
    get('/urad/pripady/:ref', 'officer', openDesk(deps, directory)),
    get('/urad/pripady/:ref/prilohy/:id', 'officer', sendCaseAttachment(deps), { kind: 'file' }),
    get('/urad/pripady/:ref/prilohy/:id/nahled', 'officer', previewCaseAttachment(deps), { kind: 'file' }),
    get('/urad/pripady/:ref/dalsi', 'officer', goOn(deps, 'next'), { kind: 'action' }),
    get('/urad/pripady/:ref/predchozi', 'officer', goOn(deps, 'previous'), { kind: 'action' }),
    get('/urad/nahlednuti', 'workCases', look.show),
    post('/urad/nahlednuti', 'workCases', look.ask),
    get('/urad/nahlednuti/:ref', 'workCases', look.read),
    get('/urad/nahlednuti/:ref/prilohy/:id', 'workCases', look.send, { kind: 'file' }),
    get('/urad/nahlednuti/:ref/prilohy/:id/nahled', 'workCases', look.preview, { kind: 'file' }),
    get('/urad/zminky', 'officer', showMentions(deps)),
    get('/urad/ukoly', 'officer', showTasks(deps)),
    get('/urad/zkratky', 'officer', showShortcuts),
    post('/urad/pripady/:ref/pritomnost', 'officer', stayAt(deps)),
    step('prevzeti', 'takeOver'),
    step('vyrizovani', 'start'),
    step('prideleni', 'assign'),
    step('rozhodnuti', 'decide'),
    step('uzavreni', 'close'),
    step('kroky', 'moveOn'),
    step('podjatost', 'declareBias'),
    step('vyzva', 'requestSupplement'),
    step('preruseni', 'suspend'),
    step('pokracovani', 'resume'),
    step('prodlouzeni', 'extend'),
    step('postoupeni', 'forward'),
    step('zastaveni', 'discontinue'),
    step('odlozeni', 'shelve'),
    step('potvrzeni', 'confirm'),
    step('doruceni', 'recordService'),
    step('vysledek-odvolani', 'settleAppeal'),
    step('ukoly', 'giveTask'),
    step('ukoly/vyjadreni', 'answerTask'),
    step('ukoly/zruseni', 'withdrawTask'),
    step('poznamky', 'note'),
    step('souvislosti', 'link'),
    step('souvislosti/zruseni', 'unlink'),
    get('/urad/prehledy', 'officer', showFigures(deps)),
    get('/urad/prehledy.csv', 'officer', sendFigures(deps), { kind: 'file' }),
    get('/urad/nepritomnost', 'officer', absences.show),
    post('/urad/nepritomnost', 'officer', absences.add),
    get('/urad/nepritomnost/:absence', 'officer', absences.edit),
    post('/urad/nepritomnost/:absence', 'officer', absences.save),
    post('/urad/nepritomnost/:absence/zruseni', 'officer', absences.cancel),
    post('/urad/pripady/:ref/zpravy', 'officer', writeToApplicant(deps, directory), {
      readsMultipart: true,
      keep: keepWithFiles(deps, keepForm(deps, 'write')),
    }),
    post('/urad/pripady/:ref/sledovani', 'officer', watchCase(deps)),
  ];
}
