import type { RequestListener } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoProvider } from '../../src/demo/provider/start.ts';
import { startPortal } from '../support/app.ts';
import { complaints } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { createCitizen, password } from '../support/factories.ts';
import { served } from '../support/served.ts';
import { enterByKeyboard } from './by-keyboard.ts';

/** To the demo's provider and back as a newcomer goes, in a browser that minds where forms may lead. */

// The provider has to know the address of the portal, and the portal the provider.
let answer: RequestListener = () => undefined;
const publicUrl = await served((req, res) => {
  answer(req, res);
});
const provider = await startDemoProvider({ demo: true, production: false, publicUrl });
const portal = await startPortal({ publicUrl, demoProvider: provider.client });
answer = portal.app as RequestListener;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await provider.stop();
});

const screens = { desktop: { width: 1366, height: 768 }, phone: { width: 360, height: 740 } };

test('somebody without a mouse goes there and comes back signed in', async () => {
  const context = await browser.newContext({ baseURL: publicUrl, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/prihlaseni?zpet=/ucet');
  await enterByKeyboard(page.getByRole('link', { name: 'Zkušební identita' }));
  await page.waitForURL(({ origin }) => origin === provider.client.issuer);
  await enterByKeyboard(page.getByRole('button', { name: 'Jsem Alena Krejčí' }));
  await page.waitForURL(/\/(ucet|prihlaseni\/poprve)$/);
  if (page.url().endsWith('/poprve')) await enterByKeyboard(page.getByRole('button', { name: 'Pokračovat' }));
  await page.waitForURL(`${publicUrl}/ucet`);
  expect(await page.locator('main').innerText()).toContain('Alena Krejčí');
  await context.close();
});

describe.each(Object.entries(screens))('on a %s', (_name, viewport) => {
  const open = async (javaScriptEnabled: boolean): Promise<Page> => {
    const context = await browser.newContext({ viewport, baseURL: publicUrl, javaScriptEnabled });
    return context.newPage();
  };

  test('one click proves somebody, and it is the same account the next time', async () => {
    const page = await open(false);
    await page.goto('/prihlaseni?zpet=/ucet');
    await page.getByRole('link', { name: 'Zkušební identita' }).click();
    expect(new URL(page.url()).origin).toBe(provider.client.issuer);
    await page.getByRole('button', { name: 'Jsem Alena Krejčí' }).click();
    await page.waitForURL(/\/(ucet|prihlaseni\/poprve)$/);
    if (page.url().endsWith('/poprve')) await page.getByRole('button', { name: 'Pokračovat' }).click();
    await page.waitForURL(`${publicUrl}/ucet`);
    expect(await page.locator('main').innerText()).toContain('Alena Krejčí');
    await page.context().close();
  });

  test('the page is accessible and fits', async () => {
    const page = await open(true);
    await page.goto('/prihlaseni/zkusebni-identita');
    expect(await page.locator('body').innerText()).toContain('Tohle není Identita občana ani banka.');
    expect(await complaints(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    await page.context().close();
  });

  test('nobody chosen leads back to the other ways', async () => {
    const page = await open(false);
    await page.goto('/prihlaseni/zkusebni-identita');
    await page.getByRole('button', { name: 'Nikdo z' }).click();
    await page.getByRole('heading', { name: 'Přihlášení jste přerušili' }).waitFor();
    await page.context().close();
  });
});

test('linking leads from the form to the provider and back', async () => {
  const { email } = await createCitizen(portal.deps);
  const page = await (await browser.newContext({ baseURL: publicUrl })).newPage();
  await page.goto('/prihlaseni?zpet=/ucet/identity');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Heslo').fill(password);
  await page.getByRole('button', { name: 'Přihlásit se', exact: true }).click();
  await page.getByRole('button', { name: 'Přidat: Zkušební identita' }).click();
  await page.getByRole('button', { name: 'Jsem Karel Beneš' }).click();
  await page.waitForURL(`${publicUrl}/ucet/identity`);
  expect(await page.locator('main').innerText()).toContain('Karel Beneš');
});
