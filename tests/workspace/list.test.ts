import type { Browser, Page as BrowserPage } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { complaints } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { createCase, createOfficer, type CaseRecord } from '../support/factories.ts';
import { served } from '../support/served.ts';

const portal = await startPortal();
const { deps } = portal;

const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi', name: 'Marie Dvořáková' });
const list = 'pohled=odbor&agenda=ohlaseni-psa';
const form = (resource: string) => `main form[action$="/${resource}"]`;

/** Three of the list, the most urgent first, and one of another agenda between them. */
async function filedOn(day: number, agenda = 'ohlaseni-psa'): Promise<CaseRecord> {
  portal.setNow(`2026-05-${String(day).padStart(2, '0')}T08:00:00Z`);
  return createCase(deps, { agenda });
}
const first = await filedOn(4);
const second = await filedOn(5);
await filedOn(6, 'odhlaseni-psa');
const third = await filedOn(7);

const desk = ({ reference }: CaseRecord) => `/urad/pripady/${reference}?${new URLSearchParams({ z: list }).toString()}`;

describe('a case opened from a list', () => {
  test('leads on through that list, with its filter, and back to it', async () => {
    const visitor = await portal.visitor(clerk);
    const inbox = await visitor.get(`/urad?${list}`);
    const links = inbox.$('tbody th a').toArray();
    expect(links.map(link => inbox.$(link).attr('href'))).toEqual([desk(first), desk(second), desk(third)]);
    let page = await visitor.get(desk(first));
    for (const expected of [second, third]) {
      page = await visitor.get(page.$('[data-key=j]').attr('href') ?? '');
      expect(page.path).toBe(desk(expected));
    }
    page = await visitor.get(page.$('[data-key=k]').attr('href') ?? '');
    expect(page.path).toBe(desk(second));
    expect(page.$('[data-key=u]').attr('href')).toBe(`/urad?${list}`);
  });

  test('at the end of the list leads back to it, with a sentence', async () => {
    const visitor = await portal.visitor(clerk);
    const last = await visitor.get(desk(third));
    const page = await visitor.get(last.$('[data-key=j]').attr('href') ?? '');
    expect(page.path).toBe(`/urad?${list}`);
    expect(page.text).toContain('Dál už v seznamu žádný případ není.');
    const opening = await visitor.get(desk(first));
    expect((await visitor.get(opening.$('[data-key=k]').attr('href') ?? '')).text).toContain('první případ v seznamu');
  });

  test('stays of that list through a step with it, done or refused', async () => {
    const visitor = await portal.visitor(clerk);
    const refused = await visitor.submit(desk(second), { form: form('poznamky'), fields: { poznamka: '' } });
    expect(refused.$('[data-key=u]').attr('href')).toBe(`/urad?${list}`);
    const page = await visitor.submit(refused, { form: form('poznamky'), fields: { poznamka: 'Volal soused.' } });
    expect(page.path).toBe(desk(second));
  });

  test.each(['//cizi.example', 'https://cizi.example/?', '\\\\cizi', 'x'.repeat(600), 'pohled=neni&po=nesmysl'])(
    'of the list „%s“ leads nowhere but to the inbox',
    async z => {
      const visitor = await portal.visitor(clerk);
      const page = await visitor.get(`/urad/pripady/${first.reference}?${new URLSearchParams({ z }).toString()}`);
      expect(page.$('[data-key=u]').attr('href')).toMatch(/^\/urad(\?|$)/);
      expect((await visitor.get(page.$('[data-key=j]').attr('href') ?? '')).path).toMatch(/^\/urad/);
    },
  );
});

describe('keys', () => {
  let browser: Browser;
  let origin: string;
  beforeAll(async () => {
    browser = await launchBrowser();
    origin = await served(portal.app);
  });
  afterAll(() => browser.close());

  async function open(): Promise<BrowserPage> {
    const context = await browser.newContext({ baseURL: origin, bypassCSP: true });
    const page = await context.newPage();
    await page.goto('/prihlaseni');
    await page.locator('[name=email]').fill(clerk.email);
    await page.locator('[name=password]').fill(clerk.password);
    await page.locator('form:has([name=password]) button[type=submit]').first().click();
    await page.goto(desk(first));
    return page;
  }

  test('go on, back to the list, and into a note, where they are letters again', async () => {
    const page = await open();
    await page.keyboard.press('j');
    await page.waitForURL(`**${desk(second)}`);
    await page.keyboard.press('o');
    await page.keyboard.type('juj?');
    expect(await page.locator('#poznamka').inputValue()).toBe('juj?');
    expect(page.url()).toContain(desk(second));
    await page.locator('h1').click();
    await page.keyboard.press('u');
    await page.waitForURL(`**/urad?${list}`);
    await page.context().close();
  });

  test('are listed at ?, and can be switched off there', async () => {
    const page = await open();
    await page.keyboard.press('?');
    expect(await page.locator('dialog[open]').innerText()).toContain('další případ, v\u00a0seznamu první');
    expect(await complaints(page)).toEqual([]);
    await page.locator('[data-shortcuts-on]').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    expect(page.url()).toContain(desk(first));
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.context().close();
  });

  test('open the first case of the list, and its search', async () => {
    const page = await open();
    await page.goto(`/urad?${list}`);
    await page.keyboard.press('?');
    expect(await page.locator('dialog[open]').count()).toBe(1);
    expect(await complaints(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('h');
    await page.keyboard.type('jh');
    expect(await page.locator('#hledat').inputValue()).toBe('jh');
    await page.locator('h1').click();
    await page.keyboard.press('j');
    await page.waitForURL(`**${desk(first)}`);
    await page.context().close();
  });

  test('are listed on a page as well', async () => {
    const page = await (await portal.visitor(clerk)).get('/urad/zkratky');
    expect(page.text).toContain('převzít případ');
  });
});
