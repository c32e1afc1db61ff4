import type { AppDeps } from '../deps.ts';
import { get, post, type Route } from '../web/route.ts';
import { switchActing } from './acting/switch.ts';
import { invitationPage } from './invitations/page.ts';
import { officePages } from './office/pages.ts';
import { addPage } from './own/add-page.ts';
import { ownOrganisations } from './own/list-page.ts';
import { memberPage } from './people/member-page.ts';
import { peoplePage } from './people/page.ts';

/** Who may act for which organisation: on the word of its representative, whom the registry checks. */
export function organisationRoutes(deps: AppDeps): Route[] {
  const add = addPage(deps);
  const invitation = invitationPage(deps);
  const people = peoplePage(deps);
  const member = memberPage(deps);
  const office = officePages(deps);
  return [
    get('/organizace', 'citizen', ownOrganisations(deps)),
    get('/organizace/nova', 'citizen', add.show),
    post('/organizace/nova', 'citizen', add.ask),
    get('/organizace/pozvanka', 'signedIn', invitation.show),
    post('/organizace/pozvanka', 'signedIn', invitation.accept),
    get('/organizace/:organisation', 'citizen', people.show),
    post('/organizace/:organisation/pozvanky', 'citizen', people.invite),
    post('/organizace/:organisation/pozvanky/:invitation/odvolani', 'citizen', people.withdraw),
    get('/organizace/:organisation/lide/:member', 'citizen', member.show),
    post('/organizace/:organisation/lide/:member', 'citizen', member.changeRole),
    post('/organizace/:organisation/lide/:member/odebrani', 'citizen', member.end),
    post('/jednam-za', 'citizen', switchActing),
    get('/urad/organizace', 'routeCases', office.list),
    get('/urad/organizace/:membership', 'routeCases', office.show),
    post('/urad/organizace/:membership/schvaleni', 'routeCases', office.approve),
    post('/urad/organizace/:membership/odebrani', 'routeCases', office.revoke),
    post('/urad/organizace/:membership/zamitnuti', 'routeCases', office.refuse),
  ];
}
