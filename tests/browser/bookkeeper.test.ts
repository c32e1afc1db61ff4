import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPortal } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import { type CitizenAccount, createCitizen, exampleEntries } from '../support/factories.ts';
import { fillStep } from '../support/journey.ts';
import { offeredMandate } from '../support/mandates.ts';
import { representedBy } from '../support/organisations.ts';
import { served } from '../support/served.ts';
import { addDevice } from './passkey-device.ts';

/** A firm empowers its bookkeeper, who comes by a passkey and files for it; then it does not any more. On a phone. */

const agenda = 'ohlaseni-psa';
const portal = await startPortal();
const { deps } = portal;
// A passkey belongs to a name, and an address has none.
const origin = (await served(portal.app)).replace('127.0.0.1', 'localhost');
portal.deps.config.publicUrl = origin;
const owner = await createCitizen(deps, 'Rita Zástupná');
const bookkeeper = await createCitizen(deps, 'Petra Účetní');
const firm = await representedBy(deps, { owner, name: 'Pekárna U Labe, s.r.o.' });
const { organisation } = firm;
const { link } = await offeredMandate(deps, { principal: owner, organisation, agent: bookkeeper });

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('a bookkeeper files for a firm; when the mandate is revoked, the firm still sees the case and the bookkeeper does not', async () => {
  const page = await enterByPasskey(bookkeeper);
  await page.goto(link);
  await page.getByRole('button', { name: 'Přijmout zmocnění' }).click();
  await page.locator('.acting__choice').selectOption({ label: 'Pekárna U Labe, s.r.o. (zmocnění)' });
  await page.locator('.acting__button').click();
  await page.waitForURL('**/moje');
  expect(await page.locator('.acting--other').innerText()).toContain('Pekárna U Labe, s.r.o. (jako zmocněnec)');

  const reference = await fileAsUsual(page);
  expect(await page.locator('main').innerText()).toContain('Podal zmocněnec: Petra Účetní. Jménem: Pekárna U Labe');
  await page.goto(`/pripady/${reference}`);
  expect(await page.locator('h1').innerText()).toContain('Ohlášení psa');

  const firmPage = await enter(owner);
  await firmPage.goto('/ucet/zmocneni');
  await firmPage.getByRole('link', { name: 'Petra Účetní' }).click();
  await firmPage.getByRole('button', { name: 'Odvolat zmocnění' }).click();
  await firmPage.getByText('Zmocnění jste odvolali.').waitFor();

  expect((await page.goto(`/pripady/${reference}`))?.status()).toBe(404);
  await page.goto('/moje');
  expect(await page.locator('main').innerText()).not.toContain(reference);
  expect(await page.locator('.acting').count()).toBe(0);
  expect((await firmPage.goto(`/pripady/${reference}`))?.status()).toBe(200);
  expect(await firmPage.locator('main').innerText()).toContain('Podal zmocněnec: Petra Účetní.');
});

/** Through every step to the receipt; gives the reference. */
async function fileAsUsual(page: Page): Promise<string> {
  const entries = await exampleEntries(agenda);
  await page.goto(`/sluzby/${agenda}/podat`);
  await page.locator('main form button').last().click();
  await page.waitForURL('**/podani/**');
  // A step can come back with questions that an answer has called up.
  for (let posts = 0; posts < 30 && !page.url().endsWith('/prilohy') && !page.url().endsWith('/souhrn'); posts++) {
    await fillStep(page, entries);
    await Promise.all([page.waitForEvent('load'), page.locator('main form button').first().click()]);
  }
  if (page.url().endsWith('/prilohy')) await page.locator('main a.button').last().click();
  await page.locator('form[action$=odeslani] button').click();
  await page.waitForURL('**/potvrzeni');
  return /\/pripady\/([^/]+)\//.exec(page.url())?.[1] ?? '';
}

/** A phone with somebody signed in. */
async function enter(account: CitizenAccount): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL: origin });
  const page = await context.newPage();
  await signIn(page, account);
  return page;
}

/** Adds a passkey, signs out and comes back by it. */
async function enterByPasskey(account: CitizenAccount): Promise<Page> {
  const page = await enter(account);
  await addDevice(page);
  await page.goto('/ucet/overeni');
  await page.locator('#name').fill('Telefon do práce');
  await page.getByRole('button', { name: 'Přidat klíč' }).click();
  await page.getByText('Klíč je přidaný').waitFor();
  await page.getByRole('button', { name: 'Odhlásit' }).first().click();
  await page.getByText('Odhlásili jsme vás').waitFor();
  await page.goto('/prihlaseni');
  await page.getByRole('button', { name: 'Přihlásit se klíčem' }).click();
  await page.waitForURL('**/moje');
  const { accountId } = account.actor;
  const newest = await portal.db.signIn.findFirstOrThrow({ where: { accountId }, orderBy: { id: 'desc' } });
  expect(newest.method).toBe('passkey');
  return page;
}

async function signIn(page: Page, { email, password }: CitizenAccount): Promise<void> {
  await page.goto('/prihlaseni');
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(password);
  await page.locator('form:has([name=password]) button[type=submit]').click();
  await page.waitForURL(url => !url.pathname.startsWith('/prihlaseni'));
}
