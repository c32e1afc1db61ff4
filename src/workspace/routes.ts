import type { AppDeps } from '../deps.ts';
import { get, post, type Route } from '../web/route.ts';
import { absencePages } from './absences/pages.ts';
import { actionHandlers } from './desk/actions.ts';
import { openDesk } from './desk/open.ts';
import { sendCaseAttachment } from './desk/send-attachment.ts';
import { createDirectory } from './directory.ts';
import { openInbox } from './inbox/open.ts';
import { writeToApplicant } from './messages/write.ts';

/** The officer's side: what waits for them, and the desk at which a case is worked. */
export function workspaceRoutes(deps: AppDeps): Route[] {
  const directory = createDirectory(deps);
  const actions = actionHandlers(deps, directory);
  const absences = absencePages(deps, directory);
  return [
    get('/urad', 'officer', openInbox(deps, directory)),
    get('/urad/pripady/:ref', 'officer', openDesk(deps, directory)),
    get('/urad/pripady/:ref/prilohy/:id', 'officer', sendCaseAttachment(deps), { kind: 'file' }),
    post('/urad/pripady/:ref/prevzeti', 'officer', actions.takeOver),
    post('/urad/pripady/:ref/vyrizovani', 'officer', actions.start),
    post('/urad/pripady/:ref/prideleni', 'officer', actions.assign),
    post('/urad/pripady/:ref/rozhodnuti', 'officer', actions.decide),
    post('/urad/pripady/:ref/uzavreni', 'officer', actions.close),
    post('/urad/pripady/:ref/kroky', 'officer', actions.moveOn),
    post('/urad/pripady/:ref/podjatost', 'officer', actions.declareBias),
    post('/urad/pripady/:ref/vyzva', 'officer', actions.requestSupplement),
    post('/urad/pripady/:ref/preruseni', 'officer', actions.suspend),
    post('/urad/pripady/:ref/pokracovani', 'officer', actions.resume),
    post('/urad/pripady/:ref/prodlouzeni', 'officer', actions.extend),
    post('/urad/pripady/:ref/postoupeni', 'officer', actions.forward),
    post('/urad/pripady/:ref/zastaveni', 'officer', actions.discontinue),
    post('/urad/pripady/:ref/odlozeni', 'officer', actions.shelve),
    post('/urad/pripady/:ref/doruceni', 'officer', actions.recordService),
    post('/urad/pripady/:ref/vysledek-odvolani', 'officer', actions.settleAppeal),
    post('/urad/pripady/:ref/poznamky', 'officer', actions.note),
    get('/urad/nepritomnost', 'officer', absences.show),
    post('/urad/nepritomnost', 'officer', absences.add),
    get('/urad/nepritomnost/:absence', 'officer', absences.edit),
    post('/urad/nepritomnost/:absence', 'officer', absences.save),
    post('/urad/nepritomnost/:absence/zruseni', 'officer', absences.cancel),
    post('/urad/pripady/:ref/zpravy', 'officer', writeToApplicant(deps, directory), { readsMultipart: true }),
  ];
}
