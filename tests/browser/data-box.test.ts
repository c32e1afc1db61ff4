import type { RequestListener } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownerOf, startIsds } from '../identity/data-box/peer.ts';
import { startAres } from '../organisations/ares-peer.ts';
import { startPortal } from '../support/app.ts';
import { complaints } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { freshIco } from '../support/organisations.ts';
import { served } from '../support/served.ts';
import { enterByKeyboard } from './by-keyboard.ts';

/** To the data box and back in a real browser, by somebody who has no mouse and represents a firm. */

// ISDS has to know the address of the portal, and the portal that of ISDS.
let answer: RequestListener = () => undefined;
const publicUrl = await served((req, res) => {
  answer(req, res);
});
const ares = await startAres();
const isds = await startIsds(`${publicUrl}/prihlaseni/datova-schranka/navrat`);
const portal = await startPortal({ publicUrl, dataBox: isds.gate, aresUrl: ares.url });
answer = portal.app as RequestListener;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

const screens = { desktop: { width: 1366, height: 768 }, phone: { width: 360, height: 740 } };

describe.each(Object.entries(screens))('on a %s', (name, viewport) => {
  test('signs in by the keyboard, without a script, and may act for the firm', async () => {
    isds.user = ownerOf(freshIco(), { isdsID: name });
    const context = await browser.newContext({ viewport, baseURL: publicUrl, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/prihlaseni?zpet=%2Forganizace');
    await enterByKeyboard(page.getByRole('link', { name: 'Datová schránka' }));
    await page.waitForURL(/\/as\/login/);
    await enterByKeyboard(page.getByRole('button', { name: 'Přihlásit se do schránky' }));
    await page.waitForURL(`${publicUrl}/prihlaseni/poprve`);
    await enterByKeyboard(page.getByRole('button', { name: 'Pokračovat' }));
    await page.waitForURL(`${publicUrl}/organizace`);
    expect(await page.locator('body').innerText()).toContain('jednat za ni můžete hned');
    await context.close();
  });

  test('the page that says it does not answer is accessible and fits', async () => {
    isds.instead = res => res.status(503).end();
    const context = await browser.newContext({ viewport, baseURL: publicUrl });
    const page = await context.newPage();
    await page.goto('/prihlaseni/datova-schranka');
    await page.getByRole('button', { name: 'Přihlásit se do schránky' }).click();
    await page.getByRole('heading', { name: 'Datová schránka teď neodpovídá' }).waitFor();
    expect(await complaints(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    await context.close();
    isds.instead = null;
  });
});
