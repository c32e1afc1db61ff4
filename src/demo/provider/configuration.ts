import { randomBytes, webcrypto } from 'node:crypto';
import Provider, { type Configuration, interactionPolicy } from 'oidc-provider';
import type { OidcClient } from '../../config.ts';
import { eidasLevels } from '../../core/identity/eidas.ts';
import { memory } from './memory.ts';
import { claimsOf, provablePeople } from './people.ts';

interface Params {
  client: OidcClient;
  redirectUri: string;
}

/** Where the person says who they are. */
export const choicePath = '/overeni';

/** A provider for the portal alone, with keys of its own that nobody else will ever trust. */
export async function createProvider(params: Params): Promise<Provider> {
  const key = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
  // Without what it may be used for: of the public half that would not be true.
  const { crv, x, y, d } = await webcrypto.subtle.exportKey('jwk', key.privateKey);
  const jwk = { kty: 'EC' as const, crv, x, y, d, alg: 'ES256', use: 'sig' };
  return new Provider(params.client.issuer, configuration(params, jwk));
}

type Key = NonNullable<Configuration['jwks']>['keys'][number];

function configuration({ client, redirectUri }: Params, key: Key): Configuration {
  return {
    adapter: memory(),
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    acrValues: Object.values(eidasLevels),
    claims: {
      openid: ['sub'],
      profile: ['name', 'given_name', 'family_name', 'birthdate'],
      email: ['email'],
      address: ['address'],
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    pkce: { required: () => true },
    interactions: { policy: asksEachTime(), url: (_ctx, { uid }) => `${choicePath}/${uid}` },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, AuthorizationCode: 60, IdToken: 600 },
    findAccount: (_ctx, id) => {
      const person = provablePeople.find(one => one.id === id);
      return person && { accountId: id, claims: () => claimsOf(person) };
    },
    async loadExistingGrant({ oidc }) {
      // Who is chosen, is chosen for the portal: nothing is left to agree to.
      const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid profile email address');
      await grant.save();
      return grant;
    },
    renderError(ctx) {
      ctx.type = 'text/plain; charset=utf-8';
      ctx.body = 'Zkušební poskytovatel identity: takhle to nejde. Vraťte se na portál a začněte znovu.';
    },
  };
}

/** Whoever tries the portal out wants to be somebody else the next time. */
function asksEachTime() {
  const policy = interactionPolicy.base();
  const { Check } = interactionPolicy;
  policy
    .get('login')
    ?.checks.add(
      new Check('each_time', 'Somebody is chosen each time', ctx =>
        ctx.oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    );
  return policy;
}
