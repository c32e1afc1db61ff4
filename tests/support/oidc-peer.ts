import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import Provider, { type Configuration } from 'oidc-provider';
import { afterAll } from 'vitest';
import type { OidcClient } from '../../src/config.ts';
import { memory } from '../../src/demo/provider/memory.ts';
import { signToken } from './id-token.ts';
import { type Tampering, tamperingProxy } from './tampering-proxy.ts';

/** Somebody at the provider, and how surely it knows them. */
interface PeerPerson {
  sub: string;
  acr?: string;
  claims: Record<string, unknown>;
}

export interface Peer {
  client: OidcClient;
  /** Who is at the provider's page; null refuses. */
  person: PeerPerson | null;
  /** How its answers are changed on their way. */
  tampering: Tampering;
  /** The paths asked for so far. */
  asked: string[];
  key: KeyObject;
  /** Signs claims as the provider does. */
  sign: (claims: object, change?: { alg?: string; key?: KeyObject }) => string;
  /** A browser at the provider: from the portal's redirect to the address it is sent back to. */
  visit: (address: string) => Promise<URL>;
  stop: () => Promise<void>;
}

interface Params {
  /** Where people are sent back to. */
  redirectUri: string;
  alg: 'PS512' | 'RS256';
  /** What each scope tells. */
  claims: Record<string, string[]>;
  acrValues?: string[];
}

/** A real provider of OpenID Connect on this machine, behind a proxy that can change what it says. */
export async function startPeer({ redirectUri, alg, claims, acrValues = [] }: Params): Promise<Peer> {
  const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const inner = await listening(createServer());
  const outer = await listening(createServer());
  const issuer = `${outer.origin}/`;
  const client = { issuer, clientId: 'portal-obcana', clientSecret: 'a secret between the two of them' };
  const kid = 'peer';
  const peer: Peer = {
    client,
    person: null,
    tampering: {},
    asked: [],
    key,
    sign: (said, change = {}) => signToken(said, { alg, key, kid, ...change }),
    visit: address => visit(address, outer.origin),
    stop: () => stop(outer.server),
  };
  const configuration: Configuration = {
    adapter: memory(),
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, AuthorizationCode: 60, IdToken: 600 },
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kty: 'RSA', alg, kid, use: 'sig' }] },
    cookies: { keys: ['a key of the peer'] },
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: alg,
      },
    ],
    acrValues,
    claims: { openid: ['sub'], ...claims },
    scopes: ['openid', ...Object.keys(claims)],
    enabledJWA: { idTokenSigningAlgValues: [alg] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...peer.person?.claims }) }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: client.clientId,
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope(['openid', ...Object.keys(claims)].join(' '));
      await grant.save();
      return grant;
    },
  };
  inner.server.on('request', peerApp(new Provider(issuer, configuration), peer));
  outer.server.on('request', tamperingProxy({ to: inner.origin, peer }));
  afterAll(async () => {
    await peer.stop();
    await stop(inner.server);
  });
  return peer;
}

/** The provider, where whoever is there has chosen before anybody asks. */
function peerApp(provider: Provider, peer: Peer): RequestListener {
  const answer = provider.callback();
  return (req, res) => {
    if (!req.url?.startsWith('/interaction/')) {
      void answer(req, res);
      return;
    }
    const { person } = peer;
    const result = person
      ? { login: { accountId: person.sub, ...(person.acr !== undefined && { acr: person.acr }) } }
      : { error: 'access_denied' };
    void provider.interactionFinished(req, res, result);
  };
}

/** Follows the provider's redirects with its cookies, until it sends the browser elsewhere. */
async function visit(address: string, origin: string): Promise<URL> {
  const cookies = new Map<string, string>();
  for (let next = new URL(address), hops = 0; hops < 10; hops += 1) {
    if (next.origin !== origin) return next;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`the peer answers ${response.status}: ${await response.text()}`);
    next = new URL(location, next);
  }
  throw new Error('the peer leads nowhere');
}

async function listening(server: Server): Promise<{ server: Server; origin: string }> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, origin: `http://127.0.0.1:${address.port}` };
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
