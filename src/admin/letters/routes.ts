import type { AppDeps } from '../../deps.ts';
import { get, post, type Route } from '../../web/route.ts';
import { letterTemplatePages } from './pages.ts';

/** What letters of all agendas can begin with. */
export function letterTemplateRoutes(deps: AppDeps): Route[] {
  const templates = letterTemplatePages(deps);
  return [
    get('/sprava/dopisy', 'manageAgendas', templates.list),
    get('/sprava/dopisy/novy', 'manageAgendas', templates.showNew),
    post('/sprava/dopisy/novy', 'manageAgendas', templates.add),
    get('/sprava/dopisy/:template', 'manageAgendas', templates.edit),
    post('/sprava/dopisy/:template', 'manageAgendas', templates.save),
    post('/sprava/dopisy/:template/odebrani', 'manageAgendas', templates.remove),
  ];
}
