import type { AppDeps } from '../../deps.ts';
import { get, post, type Route } from '../../web/route.ts';
import { departmentPages } from './departments/pages.ts';
import type { Invite } from './people/change.ts';
import { leavingPages } from './people/leaving-pages.ts';
import { peoplePages } from './people/pages.ts';
import { routingPages } from './routing/pages.ts';

/** The departments and people of the office, and who of them gets a new case. */
export function officeRoutes(deps: AppDeps, invite: Invite): Route[] {
  const departments = departmentPages(deps);
  const people = peoplePages(deps, invite);
  const leaving = leavingPages(deps);
  const routing = routingPages(deps);
  return [
    get('/sprava/odbory', 'admin', departments.list),
    get('/sprava/odbory/novy', 'admin', departments.showNew),
    post('/sprava/odbory/novy', 'admin', departments.add),
    get('/sprava/odbory/:department', 'admin', departments.edit),
    post('/sprava/odbory/:department', 'admin', departments.save),
    post('/sprava/odbory/:department/presun', 'admin', departments.move),
    post('/sprava/odbory/:department/odebrani', 'admin', departments.remove),

    get('/sprava/lide', 'admin', people.list),
    get('/sprava/lide/novy', 'admin', people.showNew),
    post('/sprava/lide/novy', 'admin', people.add),
    get('/sprava/lide/:officer', 'admin', people.edit),
    post('/sprava/lide/:officer', 'admin', people.save),
    get('/sprava/lide/:officer/odchod', 'admin', leaving.show),
    post('/sprava/lide/:officer/odchod', 'admin', leaving.leave),
    post('/sprava/lide/:officer/navrat', 'admin', leaving.comeBack),

    get('/sprava/rozdelovani', 'admin', routing.list),
    get('/sprava/rozdelovani/:slug/:department', 'admin', routing.edit),
    post('/sprava/rozdelovani/:slug/:department', 'admin', routing.save),
  ];
}
