import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples } from '../attachments/samples.ts';
import { startPortal } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import {
  askToMend,
  attachPdf,
  createCitizen,
  createDraft,
  createOfficer,
  fileDraft,
  type CitizenAccount,
} from '../support/factories.ts';
import { served } from '../support/served.ts';

/** From the call of the office to the correction beside the filing, on a phone, with a script and without. */

const portal = await startPortal();
const { deps } = portal;
portal.setNow('2026-05-04T08:00:00Z');
const origin = await served(portal.app);
const owner = await createCitizen(deps);
const clerk = await createOfficer(deps, { department: 'dopravy' });

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each([
  ['with a script', true],
  ['without a script', false],
])('on a phone, %s', (_how, javaScriptEnabled) => {
  it('an answer is mended with what it brings up, a file is added, and both are sent', async () => {
    const reference = await callToMend();
    const page = await enter(owner, javaScriptEnabled);
    await page.goto(`/pripady/${reference}`);
    await page.getByRole('link', { name: 'Opravit a doplnit' }).click();
    // Loaded, and its scripts with it.
    await page.waitForURL('**/doplneni');

    await page.locator('[name=sitePlan]').setInputFiles({
      name: 'čitelný.pdf',
      mimeType: 'application/pdf',
      buffer: samples.pdf,
    });
    if (!javaScriptEnabled) await page.locator('[name=_nahrat][value=sitePlan]').click();
    await page.getByRole('link', { name: 'čitelný.pdf' }).waitFor();

    await page.locator('[name=allDay][value=no]').check();
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'Zkontrolovat změny' }).click();
    await page.locator('[name=hours]').fill('od 8 do 18 hodin');
    await page.getByRole('button', { name: 'Zkontrolovat změny' }).click();
    await page.waitForURL('**/souhrn');
    expect(await page.locator('main').innerText()).toMatch(/od 8 do 18 hodin[^]*čitelný\.pdf/);
    await page.getByRole('button', { name: 'Odeslat opravu' }).click();
    await page.waitForURL(`**/pripady/${reference}`);
    expect(await page.locator('.correction').innerText()).toMatch(/Původně[^]*Opraveno/);
    expect(await page.locator('.correction').innerText()).toContain('čitelný.pdf');
    await page.context().close();
  });
});

async function callToMend(): Promise<string> {
  const draft = await createDraft(deps, { agenda: 'zabor-verejneho-prostranstvi', owner });
  await attachPdf(deps, { draftId: draft.id, slot: 'sitePlan' });
  const filed = await fileDraft(deps, draft, owner);
  const items = [
    { kind: 'answer' as const, id: 'allDay', label: 'Celý den?', problem: 'Podle popisu jen v pracovní době.' },
    { kind: 'attachment' as const, id: 'sitePlan', label: 'Situační plánek', problem: 'Nejde přečíst.' },
  ];
  await askToMend(deps, filed, { officer: clerk, items });
  return filed.reference;
}

async function enter({ email, password }: CitizenAccount, javaScriptEnabled: boolean): Promise<Page> {
  const viewport = { width: 360, height: 740 };
  const context = await browser.newContext({ viewport, baseURL: origin, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto('/prihlaseni');
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(password);
  await page.locator('form:has([name=password]) button[type=submit]').first().click();
  await page.waitForURL(url => !url.pathname.startsWith('/prihlaseni'));
  return page;
}
