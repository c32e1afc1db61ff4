import type { AppDeps } from '../deps.ts';
import { get, post, type Route } from '../web/route.ts';
import { showApprovals } from './approvals-page.ts';
import { keepLetter } from './kept.ts';
import { approve, attach, giveBack, issue, saveLetter, showLetter } from './letter-page.ts';
import { beginLetter, saveNewLetter } from './write-page.ts';

/** What the office writes in a case: letters and decisions. Whose case it is, the reads decide. */
export function letterRoutes(deps: AppDeps): Route[] {
  const letter = '/urad/pripady/:ref/dopisy/:letter';
  const keep = keepLetter(deps);
  return [
    get('/urad/schvalovani', 'officer', showApprovals(deps)),
    get('/urad/pripady/:ref/dopisy/novy', 'officer', beginLetter(deps)),
    post('/urad/pripady/:ref/dopisy/novy', 'officer', saveNewLetter(deps), { keep }),
    get(letter, 'officer', showLetter(deps)),
    post(letter, 'officer', saveLetter(deps), { keep }),
    post(`${letter}/souhlas`, 'officer', approve(deps)),
    post(`${letter}/vraceni`, 'officer', giveBack(deps), { keep }),
    post(`${letter}/vydani`, 'officer', issue(deps)),
    post(`${letter}/soubor`, 'officer', attach(deps), { readsMultipart: true }),
  ];
}
