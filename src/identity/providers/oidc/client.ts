import {
  allowInsecureRequests,
  ClientSecretPost,
  clockTolerance,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import type { OidcClient } from '../../../config.ts';
import { ProviderProblem } from '../problem.ts';
import { detailOf } from './refusal.ts';

/** A provider as it describes itself; asked for when somebody first needs it, never at the start. */
export type FindProvider = () => Promise<Configuration>;

interface Params extends OidcClient {
  /** The one way ID tokens may be signed; left out, any of those the provider lists. */
  signedBy?: string;
}

const keptMs = 60 * 60_000;
/** Of one request to the provider. */
const patienceSeconds = 5;
/** How far its clock and ours may be apart. */
export const skewSeconds = 120;

/** Keeps the description for an hour; one that could not be had is asked for again by whoever comes next. */
export function oidcClient(params: Params): FindProvider {
  let known: { configuration: Promise<Configuration>; until: number } | undefined;
  return () => {
    if (known && performance.now() < known.until) return known.configuration;
    const configuration = discover(params);
    const asked = { configuration, until: performance.now() + keptMs };
    known = asked;
    configuration.catch(() => {
      if (known === asked) known = undefined;
    });
    return configuration;
  };
}

async function discover({ issuer, clientId, clientSecret, signedBy }: Params): Promise<Configuration> {
  const metadata = {
    client_secret: clientSecret,
    [clockTolerance]: skewSeconds,
    ...(signedBy !== undefined && { id_token_signed_response_alg: signedBy }),
  };
  // The library trusts a token for the connection it came by; its signature is checked as well.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- only a provider on this machine is set without TLS
  const execute = [enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [allowInsecureRequests] : [])];
  const options = { timeout: patienceSeconds, execute };
  let found: Configuration;
  try {
    found = await discovery(new URL(issuer), clientId, metadata, ClientSecretPost(clientSecret), options);
  } catch (error) {
    throw new ProviderProblem('unavailable', `discovery: ${detailOf(error)}`);
  }
  // The library lets Entra ID speak for any tenant; here it is the office's own or none.
  const { href } = new URL(found.serverMetadata().issuer);
  if (href !== new URL(issuer).href) throw new ProviderProblem('unavailable', 'discovery: another issuer');
  return found;
}
