import type { AppDeps } from '../../deps.ts';
import { get, post, type Route } from '../../web/route.ts';
import { departmentPages } from './departments/pages.ts';
import type { Invite } from './people/change.ts';
import { resetFactors, type ResetSecondFactor } from './people/factors.ts';
import { leavingPages } from './people/leaving-pages.ts';
import { peoplePages } from './people/pages.ts';
import { routingPages } from './routing/pages.ts';

export interface OfOtherSlices {
  invite: Invite;
  resetSecondFactor: ResetSecondFactor;
}

/** The departments and people of the office, and who of them gets a new case. */
export function officeRoutes(deps: AppDeps, { invite, resetSecondFactor }: OfOtherSlices): Route[] {
  const departments = departmentPages(deps);
  const people = peoplePages(deps, invite);
  const leaving = leavingPages(deps);
  const routing = routingPages(deps);
  return [
    get('/sprava/odbory', 'managePeople', departments.list),
    get('/sprava/odbory/novy', 'managePeople', departments.showNew),
    post('/sprava/odbory/novy', 'managePeople', departments.add),
    get('/sprava/odbory/:department', 'managePeople', departments.edit),
    post('/sprava/odbory/:department', 'managePeople', departments.save),
    post('/sprava/odbory/:department/presun', 'managePeople', departments.move),
    post('/sprava/odbory/:department/odebrani', 'managePeople', departments.remove),

    get('/sprava/lide', 'managePeople', people.list),
    get('/sprava/lide/novy', 'managePeople', people.showNew),
    post('/sprava/lide/novy', 'managePeople', people.add),
    get('/sprava/lide/:officer', 'managePeople', people.edit),
    post('/sprava/lide/:officer', 'managePeople', people.save),
    post('/sprava/lide/:officer/opravneni/souhlas', 'managePeople', people.consent),
    post('/sprava/lide/:officer/opravneni/zamitnuti', 'managePeople', people.refuse),
    post('/sprava/lide/:officer/druhe-overeni', 'managePeople', resetFactors(deps, resetSecondFactor)),
    get('/sprava/lide/:officer/odchod', 'managePeople', leaving.show),
    post('/sprava/lide/:officer/odchod', 'managePeople', leaving.leave),
    post('/sprava/lide/:officer/navrat', 'managePeople', leaving.comeBack),

    get('/sprava/rozdelovani', 'managePeople', routing.list),
    get('/sprava/rozdelovani/:slug/:department', 'managePeople', routing.edit),
    post('/sprava/rozdelovani/:slug/:department', 'managePeople', routing.save),
  ];
}
