import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runBulk } from '../../src/workspace/bulk/run.ts';
import { startPortal } from '../support/app.ts';
import { complaints } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { createCase, createOfficer } from '../support/factories.ts';
import { served } from '../support/served.ts';

/** A step with many cases at once, in a browser. Nothing works in the background here, so a run waits until the test does it. */

const portal = await startPortal();
const { deps } = portal;
const origin = await served(portal.app);
const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi' });
const many = 30;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
  for (let i = 0; i < many; i += 1) await createCase(deps);
});
afterAll(() => browser.close());

test.each([
  ['by itself', true],
  ['by loading again, without a script,', false],
])('the page of a longer run shows %s when all is done', async (_how, javaScriptEnabled) => {
  const page = await enter(javaScriptEnabled);
  await page.goto('/urad?pohled=odbor&na-strance=100');
  if (javaScriptEnabled) await page.getByLabel('Vybrat vše na stránce').check();
  else for (const box of await page.locator('input[name="pripad"]').all()) await box.check();
  await page.getByRole('button', { name: 'Sledovat', exact: true }).click();
  await page.getByText(`Hotovo 0 z\u00a0${many}.`).waitFor();
  if (javaScriptEnabled) expect(await complaints(page)).toEqual([]);
  await runBulk(deps, page.url().split('/').at(-1) ?? '');
  await page.getByText(`Prošli jsme všechny případy: ${many}.`).waitFor();
  expect(await page.getByRole('cell', { name: 'Hotovo' }).count()).toBe(many);
  await page.context().close();
});

async function enter(javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto('/prihlaseni');
  await page.getByLabel('E-mail').fill(clerk.email);
  await page.getByLabel('Heslo').fill(clerk.password);
  await page.getByRole('button', { name: 'Přihlásit se', exact: true }).click();
  return page;
}
