import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples } from '../attachments/samples.ts';
import { offerAgenda } from '../drafts/offer-agenda.ts';
import { startPortal } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import { served } from '../support/served.ts';

/**
 * Rows, what is worked out and files of a step, on a phone, with a script and without. Questions are named like properties
 * of forms, which a script must not take for them.
 */

const portal = await startPortal();
const origin = await served(portal.app);
const slug = await offerAgenda(portal, [
  {
    id: 'money',
    title: 'Rozpočet',
    fields: [
      { type: 'text', id: 'action', label: 'Název akce' },
      { type: 'text', id: 'method', label: 'Způsob', required: false },
      { type: 'text', id: 'submit', label: 'Odevzdání', required: false },
      { type: 'yesNo', id: 'dataset', label: 'Ještě něco?' },
      { type: 'text', id: 'closest', label: 'Co ještě', when: { var: 'dataset' } },
      { type: 'text', id: 'reset', label: 'Kde', when: { var: 'dataset' } },
      { type: 'text', id: 'target', label: 'Kdy', when: { var: 'dataset' } },
      {
        type: 'group',
        id: 'budget',
        label: 'Rozpočet',
        rowLabel: 'Položka',
        fields: [
          { type: 'text', id: 'item', label: 'Za co' },
          { type: 'money', id: 'price', label: 'Cena' },
          {
            type: 'text',
            id: 'reason',
            label: 'Proč tolik',
            when: { '==': [{ var: 'item' }, 'Sál'] },
            required: false,
          },
        ],
      },
      { type: 'computed', id: 'total', label: 'Celkem', format: 'money', value: { sum: [{ var: 'budget' }, 'price'] } },
      { type: 'file', id: 'enctype', label: 'Nákres', formats: ['pdf'] },
    ],
  },
]);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const pdf = { name: 'nákres.pdf', mimeType: 'application/pdf', buffer: samples.pdf };

describe.each([
  ['with a script', true],
  ['without a script', false],
])('on a phone, %s', (_how, javaScriptEnabled) => {
  it('rows come and go, sums are right, a file is given, and it all arrives', { timeout: 90_000 }, async () => {
    const page = await atStep(javaScriptEnabled);
    await page.locator('#action').fill('Slavnost');
    await page.locator('#budget-0-item').fill('Tisk');
    await page.locator('#budget-0-price').fill('500');
    await page.getByRole('button', { name: 'Přidat řádek' }).click();
    await page.locator('#budget-1-item').fill('Sál');
    await page.locator('#budget-1-price').fill('1250');
    await page.getByRole('button', { name: 'Přidat řádek' }).click();
    await page.locator('#budget-2').waitFor();
    await page.locator('#budget-2:focus').waitFor();
    await page.locator('#total', { hasText: '1 750' }).waitFor();
    await page.getByRole('button', { name: /Odebrat.*Položka 1/ }).click();
    await page.locator('#budget-2').waitFor({ state: 'detached' });
    expect(await page.locator('#budget-0-item').inputValue()).toBe('Sál');
    await page.locator('#total', { hasText: '1 250' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);

    await page.locator('#enctype').setInputFiles(pdf);
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'Nahrát' }).click();
    await page.locator('#enctype-slot a', { hasText: 'nákres.pdf' }).waitFor();
    expect(await page.locator('#action').inputValue()).toBe('Slavnost');
    await page.locator('[name=dataset][value=no]').check();
    // Enter in a box is the button that leads on.
    await page.locator('#method').press('Enter');
    await page.waitForURL('**/souhrn');
    expect(await page.locator('main').innerText()).toContain('nákres.pdf');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.context().close();
  });
});

describe('with a script', () => {
  it('a question of a row and what is worked out come as soon as they are asked for', async () => {
    const page = await atStep(true);
    await page.locator('#budget-0-item').fill('Sál');
    await page.locator('#budget-0-price').fill('99');
    await page.locator('#budget-0-price').blur();
    await page.locator('#budget-0-reason').waitFor();
    await page.locator('#total', { hasText: '99' }).waitFor();
    await page.locator('[name=dataset][value=yes]').check();
    await page.locator('#closest').waitFor();
    expect(await page.locator('#budget-0-item').inputValue()).toBe('Sál');
    await page.context().close();
  });

  it('questions that come together come in their order', async () => {
    const page = await atStep(true);
    await page.locator('[name=dataset][value=yes]').check();
    await page.locator('#target').waitFor();
    const order = `[...document.querySelectorAll('[data-question]')].map(({ dataset }) => dataset.question)`;
    const names: unknown = await page.evaluate(order);
    expect(String(names)).toContain('dataset,closest,reset,target,budget');
    await page.context().close();
  });

  it('the loss of a connection costs nothing that was typed', async () => {
    const page = await atStep(true);
    await page.locator('#budget-0-item').fill('Sál');
    let asked = 0;
    await page.route('**/money', route => (asked++ === 0 ? route.abort() : route.continue()));
    await page.getByRole('button', { name: 'Přidat řádek' }).click();
    // The browser's own way took over.
    await page.locator('#budget-1').waitFor();
    expect(await page.locator('#budget-0-item').inputValue()).toBe('Sál');
    await page.context().close();
  });
});

async function atStep(javaScriptEnabled: boolean): Promise<Page> {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  const context = await browser.newContext({ ...phone, baseURL: origin, locale: 'cs-CZ', javaScriptEnabled });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(`/sluzby/${slug}/podat`);
  await page.locator('main form button').first().click();
  await page.locator('#name').fill('Jana Nováková');
  await page.locator('#email').fill('jana@example.cz');
  await page.locator('main form button').first().click();
  await page.waitForURL('**/money');
  return page;
}
