import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Response } from 'express';
import { afterEach, expect, test } from 'vitest';
import { startPortal } from '../../support/app.ts';
import { createCitizen } from '../../support/factories.ts';
import { keyPair } from '../nia/settings.ts';
import { answerOf, ownerOf, startIsds } from './peer.ts';
import { comeBack, goThere, signInBy, signInThere } from './way.ts';

/** ISDS that is down or slow keeps out nobody but those who wanted to sign in by it. */

const isds = await startIsds();
const portal = await startPortal({ dataBox: isds.gate });
isds.user = ownerOf('', { dbType: 'FO' });

afterEach(() => {
  isds.instead = null;
});

test.each<[string, (res: Response) => unknown]>([
  ['is broken', res => res.status(500).end()],
  ['says so itself', res => res.type('text/xml').send(answerOf('SYSTEM_ERROR'))],
  ['hangs up', res => res.destroy()],
  ['talks without end', res => res.type('text/xml').send('x'.repeat(1_000_000))],
  [
    'sends elsewhere',
    res => {
      res.redirect('https://127.0.0.1:1/');
    },
  ],
  ['is silent', () => undefined],
])('%s: the page says so, others sign in meanwhile', async (_how, instead) => {
  isds.instead = instead;
  const waiting = signInBy(await portal.visitor());
  const other = await portal.visitor(await createCitizen(portal.deps));
  expect((await other.get('/moje')).status).toBe(200);
  const page = await waiting;
  expect([page.status, page.$('main h1').text()]).toEqual([503, 'Datová schránka teď neodpovídá']);
  expect(page.$('main a[href="/prihlaseni"]').length).toBe(1);
});

test('is not there at all, or is somebody else', async () => {
  const { key, certificate: cert } = await keyPair('provider');
  const stranger = createServer({ key, cert }, (_req, res) => res.end(answerOf('OK', ownerOf('')))).listen(
    0,
    '127.0.0.1',
  );
  await once(stranger, 'listening');
  const { port } = stranger.address() as AddressInfo;
  for (const at of [1, port]) {
    const other = await startPortal({ dataBox: { ...isds.gate, confirmUrl: `https://127.0.0.1:${at}/asws` } });
    const visitor = await other.visitor();
    expect((await comeBack(visitor, await signInThere(await goThere(visitor)))).status).toBe(503);
  }
  stranger.close();
});

test('is back: the next attempt gets through', async () => {
  expect((await signInBy(await portal.visitor())).path).toBe('/prihlaseni/poprve');
});
