import { bankIdentity } from '../../core/identity/bank-id.ts';
import { eidasIdentity, eidasLevels } from '../../core/identity/eidas.ts';
import type { ArrivalDeps } from './arrive.ts';
import { citizensProvider } from './oidc/citizens.ts';
import type { Provider } from './provider.ts';
import type { StaffOffice } from './staff/office.ts';
import { staffProvider } from './staff/provider.ts';

/** The providers that are on, as the sign-in page offers them. What is not set up is not there at all. */
export function providers(deps: ArrivalDeps, office: StaffOffice): Provider[] {
  const { bankId, demoProvider, staff } = deps.config;
  return [
    demoProvider &&
      citizensProvider(deps, {
        slug: 'zkusebni-identita',
        provider: 'demo',
        client: demoProvider,
        signedBy: 'ES256',
        scope: 'openid profile email address',
        acr: `${eidasLevels.high} ${eidasLevels.substantial}`,
        read: eidasIdentity,
      }),
    bankId &&
      citizensProvider(deps, {
        slug: 'bankovni-identita',
        provider: 'bankId',
        client: bankId,
        signedBy: 'PS512',
        scope: 'openid profile.name profile.birthdate profile.addresses profile.email',
        acr: 'loa3 loa2',
        read: bankIdentity,
      }),
    staff && staffProvider(deps, staff, office),
  ].filter(provider => provider !== undefined);
}
