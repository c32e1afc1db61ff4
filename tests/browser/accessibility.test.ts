import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsParts } from '../../src/admin/designer/settings/index.ts';
import { wire } from '../../src/app.ts';
import { routes } from '../../src/routes.ts';
import type { Route } from '../../src/web/route.ts';
import { startPortal } from '../support/app.ts';
import { complaints } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { createDraft, createSketch } from '../support/factories.ts';
import { buildScene, type Role } from '../support/scene.ts';
import { served } from '../support/served.ts';

/**
 * Every page of the routes table, as somebody who may open it, on a desktop and a phone: axe finds nothing against WCAG
 * 2.0 to 2.2, A and AA. A new page is checked by being in the table.
 */

const screens = { desktop: { width: 1366, height: 768 }, phone: { width: 360, height: 740 } };

/** On, so that pages offer it. */
const unreachable = { issuer: 'http://127.0.0.1:1', clientId: 'portal', clientSecret: 'secret' };
const portal = await startPortal({ demo: true, demoProvider: unreachable });
const scene = await buildScene(portal);
const origin = await served(portal.app);
const pages = routes(wire(portal.deps)).filter(route => route.kind === 'page' && route.method === 'get');

let browser: Browser;
const contexts = new Map<string, Promise<BrowserContext>>();
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(Object.keys(screens) as (keyof typeof screens)[])('on a %s', screen => {
  test.each(pages.map(route => [route.path, route] as const))('%s', async (path, route) => {
    const page = await open(roleFor(route), screen);
    const answer = await page.goto(await scene.address(path));
    expect(answer?.status()).toBe(200);
    expect(await complaints(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.close();
  });

  test('a provider of identities that does not answer', async () => {
    const page = await open('guest', screen);
    expect((await page.goto('/prihlaseni/zkusebni-identita'))?.status()).toBe(503);
    expect(await complaints(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.close();
  });

  test('a step with mistakes', async () => {
    const page = await open('owner', screen);
    const draft = await createDraft(portal.deps, { owner: scene.people.owner, entries: {} });
    await page.goto(`/podani/${draft.id}/${draft.definition.steps[0]?.id ?? ''}`);
    await page.locator('main form button').first().click();
    await page.locator('.govuk-error-summary, .error-summary').waitFor();
    expect(await complaints(page)).toEqual([]);
    await page.close();
  });

  test('the question what an import may replace', async () => {
    const page = await open('admin', screen);
    const { definition } = await createSketch(portal.deps);
    await page.goto('/sprava/agendy/import');
    await page.locator('#dokument').fill(JSON.stringify({ ...definition, duration: 'Jinak dlouho' }, null, 2));
    await page.locator('main form button').click();
    await page.locator('[name=nahradit]').check();
    expect(await complaints(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.locator('main form button').click();
    await page.waitForURL('**?verze=2');
    await page.close();
  });

  test.each([...settingsParts.map(({ id }) => id), 'jazyk-en', 'jazyk-uk-place'])(
    'the part %s of a sketch',
    async part => {
      const page = await open('admin', screen);
      const address = await scene.address('/sprava/agendy/:slug/navrh/nastaveni/:part');
      await page.goto(address.replace(/[^/]+$/, part));
      expect(await complaints(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
      await page.close();
    },
  );

  test('a computation with a table of conditions, and a condition with a group', async () => {
    const page = await open('admin', screen);
    const address = await scene.address('/sprava/agendy/:slug/navrh/otazky/:field');
    await page.goto(address.replace(/[^/]+$/, 'localFeeEstimate'));
    await page.locator('#podminka-nova').selectOption('area');
    await page.getByRole('button', { name: 'Přidat jako skupinu' }).click();
    await page.locator('.condition__group').waitFor();
    await page.getByLabel('Nový řádek: co počítat').selectOption('dny');
    await page.getByRole('button', { name: 'Přidat řádek' }).click();
    await page.locator('.formula__days').waitFor();
    expect(await page.locator('.formula__branch').count()).toBe(3);
    expect(await complaints(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.close();
  });

  test('the page of an address that leads nowhere', async () => {
    const page = await open('guest', screen);
    expect((await page.goto('/nic-tu-neni'))?.status()).toBe(404);
    expect(await complaints(page)).toEqual([]);
    await page.close();
  });
});

/** WCAG 1.4.10: nothing makes the reader scroll sideways. */
async function overflows(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
}

/** Somebody whom the guard lets in, and who owns what the path names. */
function roleFor({ guard, path }: Route): Role {
  if (guard === 'officer' || guard === 'workCases') return 'clerk';
  if (guard === 'routeCases' || guard === 'verifyIdentity') return 'registry';
  if (path.startsWith('/sprava')) return 'admin';
  return guard === 'anyone' && !path.startsWith('/podani') && !path.startsWith('/pripady') ? 'guest' : 'owner';
}

async function open(role: Role, screen: keyof typeof screens): Promise<Page> {
  const key = `${role} ${screen}`;
  const context = contexts.get(key) ?? enter(role, screen);
  contexts.set(key, context);
  return (await context).newPage();
}

async function enter(role: Role, screen: keyof typeof screens): Promise<BrowserContext> {
  // The policy of the portal would refuse axe, which is not the portal's.
  const context = await browser.newContext({ viewport: screens[screen], baseURL: origin, bypassCSP: true });
  if (role === 'guest') return context;
  const page = await context.newPage();
  await page.goto('/prihlaseni');
  await page.locator('[name=email]').fill(scene.people[role].email);
  await page.locator('[name=password]').fill(scene.people[role].password);
  await page.locator('form:has([name=password]) button[type=submit]').first().click();
  await page.waitForURL(url => !url.pathname.startsWith('/prihlaseni'));
  await page.close();
  return context;
}
