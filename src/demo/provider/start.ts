import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Config, OidcClient } from '../../config.ts';
import { quietly } from './quietly.ts';

interface RunningProvider {
  /** How the portal is known there. */
  client: OidcClient;
  stop: () => Promise<void>;
}

/**
 * A provider of identities of invented people, on a port of its own on this machine, so that whoever tries the portal out is
 * led away and back as in earnest. Nothing of it outlives the process.
 */
export async function startDemoProvider({
  demo,
  production,
  publicUrl,
}: Pick<Config, 'demo' | 'production' | 'publicUrl'>): Promise<RunningProvider> {
  if (production || !demo) throw new Error('identities of invented people are for the demo alone');
  const [{ createProvider }, { providerApp }] = await quietly(() =>
    Promise.all([import('./configuration.ts'), import('./pages.ts')]),
  );
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const client = {
    issuer: `http://127.0.0.1:${port}`,
    clientId: 'portal',
    clientSecret: randomBytes(32).toString('base64url'),
  };
  const provider = await createProvider({ client, redirectUri: `${publicUrl}/prihlaseni/zkusebni-identita/navrat` });
  server.on('request', providerApp(provider, { portalUrl: publicUrl }));
  return {
    client,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
