import { staffOffice } from './admin/office/people/directory.ts';
import { adminRoutes } from './admin/routes.ts';
import { caseRoutes } from './cases/routes.ts';
import { catalogueRoutes } from './catalogue/routes.ts';
import { beginAppealDraft } from './drafts/begin-appeal.ts';
import { draftRoutes } from './drafts/routes.ts';
import { startDraft } from './drafts/start-draft.ts';
import { demoRoutes } from './demo/routes.ts';
import { invite } from './identity/invite.ts';
import { resetSecondFactor } from './identity/second-factor/reset.ts';
import { identityRoutes } from './identity/routes.ts';
import { letterRoutes } from './letters/routes.ts';
import type { AppDeps } from './deps.ts';
import { healthRoutes } from './web/health.ts';
import type { Route } from './web/route.ts';
import { endOwnMandates, revokeGivenSince } from './mandates/own/end.ts';
import { mandateRoutes } from './mandates/routes.ts';
import { takeBackInvitations } from './organisations/invitations/take-back.ts';
import { takeRepresentative } from './organisations/proved/take-representative.ts';
import { findPlaces, leaveAll } from './organisations/people/leave-all.ts';
import { organisationRoutes } from './organisations/routes.ts';
import { workspaceRoutes } from './workspace/routes.ts';

/** The table of contents: which slice answers where. Each slice's own table names path, guard and handler. */
export function routes(deps: AppDeps): Route[] {
  return [
    ...catalogueRoutes(deps), //  /  /sluzby  /sluzby/:slug  /pristupnost  /soukromi
    ...identityRoutes(deps, {
      office: staffOffice(deps),
      takeRepresentative: takeRepresentative(deps),
      places: {
        find: findPlaces,
        leaveAll: (tx, actor) => leaveAll(tx, deps, actor),
        endMandates: (tx, actor) => endOwnMandates(tx, deps, actor),
      },
      takeBack: async (tx, of) => {
        await revokeGivenSince(tx, deps, of);
        await takeBackInvitations(tx, deps, of);
      },
    }), //   /prihlaseni  /odhlaseni  /registrace  /heslo  /ucet
    ...organisationRoutes(deps), // /organizace/...  /jednam-za  /urad/organizace/...
    ...mandateRoutes(deps), //    /ucet/zmocneni/...  /urad/plne-moci/...
    ...draftRoutes(deps), //      /podani/...
    ...caseRoutes(deps, { beginDraft: beginAppealDraft(deps) }), // /moje  /pripady/:ref  /stav  /prilohy/:id
    ...workspaceRoutes(deps), //  /urad/...
    ...letterRoutes(deps), //     /urad/pripady/:ref/dopisy/...  /urad/schvalovani
    ...adminRoutes(deps, {
      startTrial: trial => startDraft(deps, { ...trial, isTrial: true }),
      invite: (tx, person) => invite(tx, deps, person),
      resetSecondFactor: (tx, of) => resetSecondFactor(tx, deps, of),
    }), // /sprava/...
    ...demoRoutes(deps), //       /demo/...  only in the demo
    ...healthRoutes(deps), //     /healthz  /readyz
  ];
}
