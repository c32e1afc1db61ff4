import type { OidcClient } from '../../../config.ts';
import type { Claims, Identification } from '../../../core/identity/claims.ts';
import type { IdentityProvider } from '../../../generated/prisma/client.ts';
import { arrive, type ArrivalDeps } from '../arrive.ts';
import { ProviderProblem } from '../problem.ts';
import type { Provider } from '../provider.ts';
import { begin } from './begin.ts';
import { oidcClient } from './client.ts';
import { finish } from './finish.ts';

interface Params {
  slug: string;
  provider: IdentityProvider;
  client: OidcClient;
  signedBy: string;
  scope: string;
  acr: string;
  /** Who it is by what the provider says. */
  read: (subject: string, claims: Claims) => Identification;
}

/** A provider that proves citizens by OpenID Connect. */
export function citizensProvider(deps: ArrivalDeps, params: Params): Provider {
  const { slug, provider, client, signedBy, read } = params;
  const question = { ...params, find: oidcClient({ ...client, signedBy }) };
  return {
    slug,
    provider,
    audience: 'citizens',
    begin: (req, res) => begin(deps, req, res, question),
    finish: async (req, res) => {
      const { subject, claims, ...proved } = await finish(deps, req, question);
      const identification = read(subject, claims);
      if (!identification.ok) throw new ProviderProblem(identification.problem);
      await arrive(deps, req, res, { provider, ...identification.identity, ...proved });
    },
  };
}
