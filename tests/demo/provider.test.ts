import { afterAll, expect, test } from 'vitest';
import { provablePeople } from '../../src/demo/provider/people.ts';
import { startDemoProvider } from '../../src/demo/provider/start.ts';

const settings = { demo: true, production: false, publicUrl: 'http://localhost:3000' };
const { client, stop } = await startDemoProvider(settings);
afterAll(stop);

test.each([{ production: true }, { demo: false }])('with %j there is none', async change => {
  await expect(startDemoProvider({ ...settings, ...change })).rejects.toThrow('for the demo alone');
});

test('is a provider of OpenID Connect on this machine, with levels of eIDAS', async () => {
  expect(new URL(client.issuer).hostname).toBe('127.0.0.1');
  const found = (await (await fetch(`${client.issuer}/.well-known/openid-configuration`)).json()) as object;
  expect(found).toMatchObject({
    issuer: client.issuer,
    acr_values_supported: ['http://eidas.europa.eu/LoA/substantial', 'http://eidas.europa.eu/LoA/high'],
    code_challenge_methods_supported: ['S256'],
    id_token_signing_alg_values_supported: ['ES256'],
  });
});

test('each time its keys and its secret are others', async () => {
  const other = await startDemoProvider(settings);
  const keysOf = async (issuer: string) => (await fetch(`${issuer}/jwks`)).text();
  expect(await keysOf(other.client.issuer)).not.toBe(await keysOf(client.issuer));
  expect(other.client.clientSecret).not.toBe(client.clientSecret);
  await other.stop();
});

test('somebody who is not on the way to it is led back to the portal', async () => {
  const answer = await fetch(`${client.issuer}/overeni/neznamy`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, 'http://localhost:3000/prihlaseni']);
});

test('knows people of both levels', () => {
  expect(new Set(provablePeople.map(({ level }) => level))).toEqual(new Set(['substantial', 'high']));
});
