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
    get(base, 'manageAgendas', showOverview(deps)),

    post(`${base}/kroky`, 'manageAgendas', addStepTo(deps)),
    get(`${base}/kroky/:step`, 'manageAgendas', showStep(deps)),
    post(`${base}/kroky/:step`, 'manageAgendas', saveStep(deps)),
    post(`${base}/kroky/:step/presun`, 'manageAgendas', moveStepBy(deps)),
    post(`${base}/kroky/:step/kopie`, 'manageAgendas', copyStep(deps)),
    get(`${base}/kroky/:step/smazani`, 'manageAgendas', confirmRemoval(deps, 'step')),
    post(`${base}/kroky/:step/smazani`, 'manageAgendas', remove(deps, 'step')),

    post(`${base}/otazky`, 'manageAgendas', addFieldTo(deps)),
    get(`${base}/otazky/:field`, 'manageAgendas', showField(deps)),
    post(`${base}/otazky/:field`, 'manageAgendas', saveField(deps)),
    post(`${base}/otazky/:field/presun`, 'manageAgendas', moveFieldBy(deps)),
    post(`${base}/otazky/:field/kopie`, 'manageAgendas', copyField(deps)),
    post(`${base}/otazky/:field/typ`, 'manageAgendas', changeType(deps)),
    get(`${base}/otazky/:field/smazani`, 'manageAgendas', confirmRemoval(deps, 'field')),
    post(`${base}/otazky/:field/smazani`, 'manageAgendas', remove(deps, 'field')),

    get(`${base}/nastaveni/:part`, 'manageAgendas', showSettings(deps)),
    post(`${base}/nastaveni/:part`, 'manageAgendas', saveSettings(deps)),
    get(`${base}/podminky/:place`, 'manageAgendas', showLogic(deps)),
    post(`${base}/podminky/:place`, 'manageAgendas', saveLogic(deps)),
    get(`${base}/jazyky`, 'manageAgendas', showLanguages(deps)),

    get(`${base}/nahled/:step`, 'manageAgendas', showPreview(deps)),
    post(`${base}/nahled/:step`, 'manageAgendas', answerPreview(deps)),
  ];
}
