import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eidas, jana, startNiaPeer } from '../identity/nia/peer.ts';
import { startPortal } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import { enterByKeyboard } from './by-keyboard.ts';

/**
 * To Identita občana and back in a real browser, which has its own mind about cookies of forms from another site and about where forms
 * may lead: the provider is at 127.0.0.1, the portal at localhost.
 */

const server = createServer().listen(0, 'localhost');
await once(server, 'listening');
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('no port');
const origin = `http://localhost:${address.port}`;
const peer = await startNiaPeer(origin);
const portal = await startPortal({ nia: peer.nia, publicUrl: origin });
server.on('request', portal.app);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

describe.each([
  ['with a script', true],
  ['without', false],
])('somebody %s', (_name, javaScriptEnabled) => {
  test('signs in and out', async () => {
    const nameId = `person-${String(javaScriptEnabled)}`;
    peer.person = { ...jana, nameId, attributes: { ...jana.attributes, [`${eidas}PersonIdentifier`]: nameId } };
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(`${origin}/prihlaseni?zpet=%2Fucet`);
    await page.getByRole('link', { name: 'Identita občana' }).click();
    // The provider's form goes by itself, or by its button.
    if (!javaScriptEnabled) await page.locator('form [type=submit]').click();
    await page.waitForURL(`${origin}/prihlaseni/poprve`);
    await page.getByRole('button', { name: 'Pokračovat' }).click();
    await page.waitForURL(`${origin}/ucet`);

    await page.locator('form[action="/odhlaseni"] button').first().click();
    await page.waitForURL(`${origin}/`);
    await expect.poll(() => page.locator('body').innerText()).toContain('i\u00a0z\u00a0Identity občana');
    await page.goto(`${origin}/ucet`);
    expect(new URL(page.url()).pathname).toBe('/prihlaseni');
    await context.close();
  });
});

test('somebody without a mouse signs in, and out here and there', async () => {
  peer.person = { ...jana, nameId: 'keys', attributes: { ...jana.attributes, [`${eidas}PersonIdentifier`]: 'keys' } };
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.goto(`${origin}/prihlaseni?zpet=%2Fucet`);
  await enterByKeyboard(page.getByRole('link', { name: 'Identita občana' }));
  await page.waitForURL(`${peer.nia.ssoUrl}**`);
  await enterByKeyboard(page.locator('form [type=submit]'));
  await page.waitForURL(`${origin}/prihlaseni/poprve`);
  await enterByKeyboard(page.getByRole('button', { name: 'Pokračovat' }));
  await page.waitForURL(`${origin}/ucet`);

  await enterByKeyboard(page.locator('form[action="/odhlaseni"] button').first());
  await page.waitForURL(`${origin}/`);
  await expect.poll(() => page.locator('body').innerText()).toContain('i\u00a0z\u00a0Identity občana');
  await context.close();
});
