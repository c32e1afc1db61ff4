import type { AppDeps } from '../../deps.ts';
import { get, post, type Route } from '../../web/route.ts';
import { addFieldTo, changeType, copyField, moveFieldBy } from './field-changes.ts';
import { saveField, showField } from './field-page.ts';
import { addStepTo, showOverview } from './overview-page.ts';
import { answerPreview, showPreview } from './preview-page.ts';
import { confirmRemoval, remove } from './removal-page.ts';
import { showLanguages } from './settings/languages-page.ts';
import { saveLogic, showLogic } from './settings/logic-page.ts';
import { saveSettings, showSettings } from './settings/settings-page.ts';
import { copyStep, moveStepBy } from './step-changes.ts';
import { saveStep, showStep } from './step-page.ts';

const base = '/sprava/agendy/:slug/navrh';

/** Where an administrator writes an agenda. Every form carries the revision of the sketch it was made from. */
export function designerRoutes(deps: AppDeps): Route[] {
  return [
    get(base, 'admin', showOverview(deps)),

    post(`${base}/kroky`, 'admin', addStepTo(deps)),
    get(`${base}/kroky/:step`, 'admin', showStep(deps)),
    post(`${base}/kroky/:step`, 'admin', saveStep(deps)),
    post(`${base}/kroky/:step/presun`, 'admin', moveStepBy(deps)),
    post(`${base}/kroky/:step/kopie`, 'admin', copyStep(deps)),
    get(`${base}/kroky/:step/smazani`, 'admin', confirmRemoval(deps, 'step')),
    post(`${base}/kroky/:step/smazani`, 'admin', remove(deps, 'step')),

    post(`${base}/otazky`, 'admin', addFieldTo(deps)),
    get(`${base}/otazky/:field`, 'admin', showField(deps)),
    post(`${base}/otazky/:field`, 'admin', saveField(deps)),
    post(`${base}/otazky/:field/presun`, 'admin', moveFieldBy(deps)),
    post(`${base}/otazky/:field/kopie`, 'admin', copyField(deps)),
    post(`${base}/otazky/:field/typ`, 'admin', changeType(deps)),
    get(`${base}/otazky/:field/smazani`, 'admin', confirmRemoval(deps, 'field')),
    post(`${base}/otazky/:field/smazani`, 'admin', remove(deps, 'field')),

    get(`${base}/nastaveni/:part`, 'admin', showSettings(deps)),
    post(`${base}/nastaveni/:part`, 'admin', saveSettings(deps)),
    get(`${base}/podminky/:place`, 'admin', showLogic(deps)),
    post(`${base}/podminky/:place`, 'admin', saveLogic(deps)),
    get(`${base}/jazyky`, 'admin', showLanguages(deps)),

    get(`${base}/nahled/:step`, 'admin', showPreview(deps)),
    post(`${base}/nahled/:step`, 'admin', answerPreview(deps)),
  ];
}
