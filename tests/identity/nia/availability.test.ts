import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { startPortal } from '../../support/app.ts';
import { createCitizen } from '../../support/factories.ts';
import { served } from '../../support/served.ts';
import { startNiaPeer } from './peer.ts';
import { goThere } from './way.ts';

/** A provider that is down or slow keeps out nobody but those who wanted to sign in by it. */

const here = '/prihlaseni/identita-obcana';
const peer = await startNiaPeer();

/** A portal that reads metadata from a server which behaves so. */
async function portalWith(behave: RequestListener) {
  const asked: string[] = [];
  const origin = await served((req, res) => {
    asked.push(req.method ?? '');
    behave(req, res);
  });
  return { asked, portal: await startPortal({ nia: { ...peer.nia, metadataUrl: `${origin}/metadata.xml` } }) };
}

test.each<[string, RequestListener]>([
  ['is broken', (_req, res) => res.writeHead(503).end()],
  ['hangs up', req => req.socket.destroy()],
  ['is silent', () => undefined],
])('%s: the page says so, others sign in meanwhile', async (_how, behave) => {
  const { portal } = await portalWith(behave);
  const waiting = (await portal.visitor()).get(here);
  const other = await portal.visitor(await createCitizen(portal.deps));
  expect((await other.get('/moje')).status).toBe(200);
  const page = await waiting;
  expect([page.status, page.$('main h1').text()]).toEqual([503, 'Identita občana teď neodpovídá']);
  expect(page.$('main a[href="/prihlaseni"]').length).toBe(1);
});

test('is asked by those who want to sign in by it, once for many of them', async () => {
  const { asked, portal } = await portalWith((_req, res) => res.writeHead(405).end());
  await (await portal.visitor()).get('/prihlaseni');
  expect(asked).toEqual([]);
  for (const visitor of [await portal.visitor(), await portal.visitor()]) await goThere(visitor);
  expect(asked).toEqual(['HEAD']);
});

test('is not asked where only browsers reach it', async () => {
  const ssoUrl = 'http://127.0.0.1:1/sso';
  const portal = await startPortal({ nia: { ...peer.nia, ssoUrl } });
  expect((await goThere(await portal.visitor())).href.startsWith(ssoUrl)).toBe(true);
});
