import { bankIdentity } from '../../core/identity/bank-id.ts';
import { eidasIdentity, eidasLevels } from '../../core/identity/eidas.ts';
import type { Deps } from '../../deps.ts';
import { dataBoxProvider } from './data-box/provider.ts';
import type { EnterDeps } from './enter.ts';
import { niaProvider } from './nia/provider.ts';
import { citizensProvider } from './oidc/citizens.ts';
import type { Provider } from './provider.ts';
import type { StaffOffice } from './staff/office.ts';
import { staffProvider } from './staff/provider.ts';

/** The providers that are on, as the sign-in page offers them. What is not set up is not there at all. */
export function providers(deps: Deps & EnterDeps, office: StaffOffice): Provider[] {
  const { nia, dataBox, bankId, demoProvider, staff } = deps.config;
  return [
    nia && niaProvider(deps, nia),
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
    dataBox && dataBoxProvider(deps, dataBox),
    staff && staffProvider(deps, staff, office),
  ].filter(provider => provider !== undefined);
}
