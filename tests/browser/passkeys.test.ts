import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import { createCitizen } from '../support/factories.ts';
import { served } from '../support/served.ts';
import { addDevice } from './passkey-device.ts';

/** With a device that Chromium makes up: from adding a passkey to signing in by it. */

const portal = await startPortal();
// A passkey belongs to a name, and an address has none.
const origin = (await served(portal.app)).replace('127.0.0.1', 'localhost');
portal.deps.config.publicUrl = origin;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a passkey is added, and after signing out it signs in', { timeout: 90_000 }, async () => {
  const jana = await createCitizen(portal.deps);
  const { page, device } = await withDevice();
  await page.goto('/prihlaseni');
  await page.locator('#email').fill(jana.email);
  await page.locator('#password').fill(jana.password);
  await page.getByRole('button', { name: 'Přihlásit se', exact: true }).click();
  await page.waitForURL('**/moje');

  await page.goto('/ucet/overeni');
  await page.locator('#name').fill('Můj telefon');
  await page.getByRole('button', { name: 'Přidat klíč' }).click();
  await page.getByText('Klíč je přidaný').waitFor();
  expect(await page.locator('h3').innerText()).toBe('Můj telefon');

  // The same device once more: it says itself that it has one.
  await page.locator('#name').fill('Tentýž telefon');
  await page.getByRole('button', { name: 'Přidat klíč' }).click();
  await page.getByText('Klíč z\u00a0tohoto zařízení už máte přidaný').waitFor();

  await page.getByRole('button', { name: 'Odhlásit' }).first().click();
  await page.getByText('Odhlásili jsme vás').waitFor();
  await page.goto('/prihlaseni?zpet=/ucet');
  await page.getByRole('button', { name: 'Přihlásit se klíčem' }).click();
  await page.waitForURL(({ pathname }) => pathname === '/ucet');
  expect(await page.locator('main').innerText()).toContain(jana.email);
  const [kept] = await portal.db.passkey.findMany({ where: { accountId: jana.actor.accountId } });
  expect(kept?.usedAt).not.toBeNull();
  await device.detach();
  await page.context().close();
});

test('a person who does not prove themselves to the device is told what to do', { timeout: 60_000 }, async () => {
  const { page } = await withDevice();
  await page.goto('/prihlaseni');
  await page.getByRole('button', { name: 'Přihlásit se klíčem' }).click();
  await page.getByText('Přihlášení klíčem se nepovedlo').waitFor();
  expect(new URL(page.url()).pathname).toBe('/prihlaseni');
  await page.context().close();
});

test('without a script the page says how else', { timeout: 60_000 }, async () => {
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/prihlaseni');
  expect(await page.getByText('Přihlaste se heslem').isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Přihlásit se klíčem' }).count()).toBe(0);
  await context.close();
});

async function withDevice(): Promise<{ page: Page; device: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL: origin });
  const page = await context.newPage();
  const device = await addDevice(page);
  return { page, device };
}
