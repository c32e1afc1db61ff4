import type { AppDeps } from '../../deps.ts';
import { get, post, type Route } from '../../web/route.ts';
import { letterTemplatePages } from './pages.ts';

/** What letters of all agendas can begin with. */
export function letterTemplateRoutes(deps: AppDeps): Route[] {
  const templates = letterTemplatePages(deps);
  return [
    get('/sprava/dopisy', 'admin', templates.list),
    get('/sprava/dopisy/novy', 'admin', templates.showNew),
    post('/sprava/dopisy/novy', 'admin', templates.add),
    get('/sprava/dopisy/:template', 'admin', templates.edit),
    post('/sprava/dopisy/:template', 'admin', templates.save),
    post('/sprava/dopisy/:template/odebrani', 'admin', templates.remove),
  ];
}
