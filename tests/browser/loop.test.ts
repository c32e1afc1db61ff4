import { Buffer } from 'node:buffer';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import { createOfficer, exampleEntries, password } from '../support/factories.ts';
import { fillStep } from '../support/journey.ts';
import { lastMailTo } from '../support/mail.ts';
import { served } from '../support/served.ts';

/**
 * The main job, end to end, as people do it: somebody finds a service, fills it in, makes an account half way, attaches
 * a plan and files; a clerk takes it over and passes it on; a colleague decides; the applicant sees it all.
 */

const agenda = 'zabor-verejneho-prostranstvi';
const plan = { name: 'plánek místa.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') };
const desktop = { viewport: { width: 1366, height: 768 } };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

const portal = await startPortal();
portal.setNow('2026-05-04T08:00:00Z');
const clerk = await createOfficer(portal.deps, { department: 'dopravy', name: 'Karel Dopravní' });
const colleague = await createOfficer(portal.deps, { department: 'dopravy', name: 'Věra Silniční' });
const origin = await served(portal.app);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each<[string, BrowserContextOptions]>([
  ['with JavaScript, on a desktop', desktop],
  ['without JavaScript, on a phone', { ...phone, javaScriptEnabled: false }],
  ['with JavaScript, on a phone', phone],
  ['without JavaScript, on a desktop', { ...desktop, javaScriptEnabled: false }],
])('%s', (_how, options) => {
  test(
    'an application is filed, worked and decided, and the applicant sees who has it',
    { timeout: 120_000 },
    async () => {
      const citizen = await open(options);
      const draft = await findAndFillIn(citizen);
      await attach(citizen, options.javaScriptEnabled !== false);
      await registerOnTheWay(citizen, draft);
      const { reference, code } = await file(citizen);

      await citizen.goto(`/pripady/${reference}`);
      await expectText(citizen, 'Čeká na převzetí', 'Odbor dopravy', 'plánek místa.pdf', 'Střechy Hradec s.r.o.');

      await workAndPassOn(options, reference);
      await citizen.reload();
      await expectText(citizen, 'Věra Silniční', '+420 495 707 111', colleague.email, 'Dovolená');
      expect(await citizen.locator('main').innerText()).not.toContain('Zavolat sousedovi');

      await decide(options, reference);
      await citizen.reload();
      await expectText(citizen, 'Vyhověno', 'Zábor povolujeme od 1. do 30. června.');

      await trackWithoutAccount(options, { reference, code });
      await citizen.context().close();
    },
  );
});

async function findAndFillIn(page: Page): Promise<string> {
  await page.goto('/');
  await page.locator('main input[type=search], main input[name=hledat]').fill('zabor');
  await page.locator('main form[role=search] button, main form button').first().click();
  await page.locator(`main a[href="/sluzby/${agenda}"]`).first().click();
  await page.locator(`main a[href="/sluzby/${agenda}/podat"]`).first().click();
  await page.waitForURL('**/podat');
  await Promise.all([page.waitForEvent('load'), page.locator('main form button').first().click()]);
  const draft = new URL(page.url()).pathname.split('/').slice(0, 3).join('/');

  const entries = await exampleEntries(agenda);
  // A step can come back with questions that an answer has called up; never more often than it has questions.
  for (let posts = 0; posts < 30 && !page.url().endsWith('/prilohy'); posts++) {
    await fillStep(page, entries);
    // A script may first wait for what it is saving, and bring up questions that are then asked for.
    await Promise.all([page.waitForEvent('load'), page.locator('main form button').first().click()]);
  }
  expect(new URL(page.url()).pathname).toBe(`${draft}/prilohy`);
  return draft;
}

async function attach(page: Page, hasScript: boolean): Promise<void> {
  for (const slot of ['sitePlan', 'ownerConsent', 'trafficSigns']) {
    const form = page.locator(`main form[action$="/prilohy/${slot}"]`);
    await form.locator('input[type=file]').setInputFiles(plan);
    if (!hasScript) await form.locator('button').last().click();
    await page
      .locator(`main section:has([action$="/prilohy/${slot}"]) a:has-text("plánek místa.pdf")`)
      .first()
      .waitFor();
  }
  await page.locator('main a.button').last().click();
  expect(new URL(page.url()).pathname).toMatch(/\/souhrn$/);
}

/** The draft began before there was an account, and is kept. */
async function registerOnTheWay(page: Page, draft: string): Promise<void> {
  const email = `novotny-${crypto.randomUUID()}@example.cz`;
  await page.locator('main a[href^="/registrace"]').click();
  await page.locator('[name=name]').fill('Petr Novotný');
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(password);
  await page.locator('main form button').first().click();
  const link = /http:\S+potvrzeni-emailu\S+/.exec((await lastMailTo(portal, email)).text)?.[0] ?? '';
  await page.goto(new URL(link).pathname + new URL(link).search);
  await page.locator('main form button').first().click();
  await page.goto(`${draft}/souhrn`);
}

async function file(page: Page): Promise<{ reference: string; code: string }> {
  const summary = page.url();
  await page.locator('main form[action$="/odeslani"] button').click();
  const receipt = page.url();
  expect(new URL(receipt).pathname).toMatch(/^\/pripady\/HK26-\d+-\w\/potvrzeni$/);
  // Back and again: the same receipt, not a second case.
  await page.goto(summary);
  expect(page.url()).toBe(receipt);

  const text = await page.locator('main').innerText();
  const reference = /HK26-\d+-\w/.exec(text)?.[0] ?? '';
  const code = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(text)?.[0] ?? '';
  const pdf = await page.request.get(`/pripady/${reference}/potvrzeni.pdf`);
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  return { reference, code };
}

async function workAndPassOn(options: BrowserContextOptions, reference: string): Promise<void> {
  const page = await open(options);
  await signIn(page, clerk.email);
  await openCase(page, reference);
  await expectText(page, 'Střechy Hradec s.r.o.', 'plánek místa.pdf');
  await act(page, 'prevzeti');
  await act(page, 'vyrizovani');
  await act(page, 'poznamky', async form => {
    await form.locator('textarea').fill('Zavolat sousedovi');
  });
  await expectText(page, 'Zavolat sousedovi');
  await act(page, 'prideleni', async form => {
    const option = form.locator('select option', { hasText: 'Věra Silniční' });
    await form.locator('select').selectOption(await option.getAttribute('value'));
    await form.locator('textarea, input[type=text]').first().fill('Dovolená');
  });
  await page.context().close();
}

async function decide(options: BrowserContextOptions, reference: string): Promise<void> {
  const page = await open(options);
  await signIn(page, colleague.email);
  await page.goto(`/urad?pohled=moje`);
  await openCase(page, reference);
  await act(page, 'rozhodnuti', async form => {
    await form.locator('[value=granted]').check();
    await form.locator('textarea').fill('Zábor povolujeme od 1. do 30. června.');
  });
  await act(page, 'uzavreni');
  await page.context().close();
}

/** Sends one of the desk's forms, unfolding it first when it is folded. */
async function act(
  page: Page,
  name: string,
  fill?: (form: ReturnType<Page['locator']>) => Promise<void>,
): Promise<void> {
  const form = page.locator(`main form[action$="/${name}"]`);
  const folded = page.locator(`details:not([open]):has(form[action$="/${name}"])`);
  if ((await folded.count()) > 0) await folded.first().locator('summary').first().click();
  await fill?.(form);
  await arriving(page, form.locator('button').last().click());
}

async function openCase(page: Page, reference: string): Promise<void> {
  await arriving(page, page.locator(`main a[href^="/urad/pripady/${reference}"]`).click());
}

/** Until the page that a click leads to is there, also when it is the same one anew. */
async function arriving(page: Page, click: Promise<void>): Promise<void> {
  const answer = page.waitForResponse(response => response.request().isNavigationRequest() && response.status() < 300);
  await Promise.all([answer, click]);
  await page.waitForLoadState();
}

async function trackWithoutAccount(
  options: BrowserContextOptions,
  known: { reference: string; code: string },
): Promise<void> {
  const page = await open(options);
  await page.goto('/stav');
  await page.locator('[name=reference]').fill(known.reference.toLowerCase().replaceAll('-', ' '));
  await page.locator('[name=code]').fill(known.code.toLowerCase());
  await page.locator('main form button').first().click();
  await expectText(page, known.reference, 'Vyhověno');
  await page.context().close();
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/prihlaseni');
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(password);
  await page.locator('form:has([name=password]) button[type=submit]').first().click();
  await page.waitForURL('**/urad**');
}

async function expectText(page: Page, ...texts: string[]): Promise<void> {
  const content = ((await page.locator('main').textContent()) ?? '').replaceAll(/\s+/g, ' ');
  for (const text of texts) expect(content).toContain(text);
}

async function open(options: BrowserContextOptions): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ ...options, baseURL: origin, locale: 'cs-CZ' });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}
