import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import { createCitizen, type CitizenAccount } from '../support/factories.ts';
import { served } from '../support/served.ts';
import { newestLink } from '../identity/mailbox.ts';
import { setUpPhone } from '../identity/code-app.ts';
import { enterByKeyboard, reachByKeyboard } from './by-keyboard.ts';
import { addDevice } from './passkey-device.ts';

/**
 * Nobody here touches a mouse: the ways into an account that the portal itself offers. Those by way of a provider are beside
 * that provider.
 */

const portal = await startPortal();
// A passkey belongs to a name, and an address has none.
const origin = (await served(portal.app)).replace('127.0.0.1', 'localhost');
portal.deps.config.publicUrl = origin;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const type = async (field: Locator, text: string): Promise<void> => {
  await reachByKeyboard(field);
  await field.page().keyboard.type(text);
};
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

async function givePassword(page: Page, { email, password }: CitizenAccount): Promise<void> {
  await page.goto('/prihlaseni?zpet=%2Fucet');
  await type(page.locator('#email'), email);
  await type(page.locator('#password'), password);
  await page.keyboard.press('Enter');
}

async function isIn(page: Page, { email }: CitizenAccount): Promise<void> {
  await page.waitForURL(`${origin}/ucet`);
  expect((await page.locator('main').innerText()).replaceAll('\u200b', '')).toContain(email);
  await page.context().close();
}

describe.each([
  ['with a script', true],
  ['without', false],
])('%s', (_name, javaScriptEnabled) => {
  const open = async (): Promise<Page> =>
    (
      await browser.newContext({ baseURL: origin, javaScriptEnabled, viewport: { width: 1366, height: 768 } })
    ).newPage();

  test('a password', async () => {
    const jana = await createCitizen(portal.deps);
    const page = await open();
    await givePassword(page, jana);
    await isIn(page, jana);
  });

  test('a password and the code of an app', async () => {
    const jana = await createCitizen(portal.deps);
    const { phone } = await setUpPhone(portal, await portal.visitor(jana));
    const page = await open();
    await givePassword(page, jana);
    await page.waitForURL('**/prihlaseni/kod');
    // The code that turned it on is used up.
    await type(page.locator('#code'), phone.code(1));
    await page.keyboard.press('Enter');
    await isIn(page, jana);
  });

  test('a password and a recovery code', async () => {
    const jana = await createCitizen(portal.deps);
    const { recovery } = await setUpPhone(portal, await portal.visitor(jana));
    const page = await open();
    await givePassword(page, jana);
    await page.waitForURL('**/prihlaseni/kod');
    await type(page.locator('#code'), recovery[0] ?? '');
    await page.keyboard.press('Enter');
    await isIn(page, jana);
  });

  test('a new password by a link in a mail', async () => {
    const jana = await createCitizen(portal.deps);
    const page = await open();
    await page.goto('/prihlaseni');
    await enterByKeyboard(page.getByRole('link', { name: 'Zapomněli jste heslo?' }));
    await page.waitForURL('**/zapomenute-heslo');
    await type(page.locator('#email'), jana.email);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/zapomenute-heslo/odeslano');
    await page.goto(await newestLink(portal, jana.email));
    await type(page.locator('#password'), 'Úplně nové heslo 2026');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${origin}/moje`);
    await page.goto('/ucet');
    await isIn(page, jana);
  });
});

test('a passkey, from adding it to signing in by it', { timeout: 90_000 }, async () => {
  const jana = await createCitizen(portal.deps);
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await addDevice(page);
  await givePassword(page, jana);
  await page.waitForURL(`${origin}/ucet`);
  await page.goto('/ucet/overeni');
  await type(page.locator('#name'), 'Počítač doma');
  await enterByKeyboard(button(page, 'Přidat klíč'));
  await page.getByText('Klíč je přidaný').waitFor();
  await enterByKeyboard(button(page, 'Odhlásit se').first());
  await page.getByText('Odhlásili jsme vás').waitFor();
  await page.goto('/prihlaseni?zpet=%2Fucet');
  await enterByKeyboard(button(page, 'Přihlásit se klíčem'));
  await isIn(page, jana);
});
