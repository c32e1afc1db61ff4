import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { complaints } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { createCase, createOfficer } from '../support/factories.ts';
import { served } from '../support/served.ts';
import type { Visitor } from '../support/visitor.ts';

/** The letters of an agenda, with which an officer begins to write to the applicant. */

const portal = await startPortal({ demo: true });
const { deps } = portal;
portal.setNow('2026-05-04T08:00:00Z');
const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi', name: 'Marie Dvořáková' });
const elsewhere = await createOfficer(deps, { department: 'dopravy' });
const registry = await createOfficer(deps, { department: 'kancelar-tajemnika', roles: ['registry'] });

const decision = 'main form[action$="/rozhodnuti"]';
let visitor: Visitor;
let desk: string;
beforeEach(async () => {
  const { reference } = await createCase(deps);
  desk = `/urad/pripady/${reference}`;
  visitor = await portal.visitor(clerk);
});

async function takenOver(): Promise<void> {
  await visitor.submit(desk, { form: 'main form[action$="/prevzeti"]' });
}

describe('letters at the desk', () => {
  test('are offered to whoever may decide', async () => {
    expect((await visitor.get(desk)).$('[data-letter]').length).toBe(0);
    await takenOver();
    const page = await visitor.get(desk);
    expect(page.$('[data-letter]').length).toBe(3);
    expect(page.$('[data-letter]').first().attr('href')).toBe(`${desk}?vzor=registered#oduvodneni`);
    expect(page.$('#oduvodneni').val()).toBe('');
  });

  test('begin the decision without a script, filled in for this case, and go out as they were sent', async () => {
    await takenOver();
    const page = await visitor.get(`${desk}?vzor=registered`);
    expect(page.$(`details[open] > ${decision.replace('main ', '')}`).length).toBe(1);
    const text = String(page.$('#oduvodneni').val());
    expect(text).toMatch(/^Dobrý den,\n\n/);
    expect(text).toContain(desk.split('/').at(-1));
    expect(text).toContain('Odbor rozpočtu a financí');
    expect(text).not.toContain('{{');
    const done = await visitor.submit(page, { form: decision, fields: { vysledek: 'granted' } });
    expect(done.text).toContain('Odbor rozpočtu a financí');
  });

  test.each(['neznamy', '', 'registered&vzor=neznamy', '%F0%9F%90%B6', '__proto__'])(
    'that the agenda has not are ignored: %s',
    async id => {
      await takenOver();
      const page = await visitor.get(`${desk}?vzor=${id}`);
      expect(page.status).toBe(200);
      expect(page.$('#oduvodneni').val()).toBe('');
      expect(page.$('.desk__form[open]').length).toBe(0);
    },
  );

  test('are not for another department, nor before the case is taken over, nor for who may not decide', async () => {
    expect((await (await portal.visitor(elsewhere)).get(`${desk}?vzor=registered`)).status).toBe(404);
    for (const person of [visitor, await portal.visitor(registry)]) {
      const page = await person.get(`${desk}?vzor=registered`);
      expect(page.status).toBe(200);
      expect(page.$('#oduvodneni, [data-letter]').length).toBe(0);
    }
  });

  test('do not push away what was sent and refused', async () => {
    await takenOver();
    const page = await visitor.submit(desk, { form: decision, fields: { oduvodneni: 'Vlastní text.' } });
    expect(page.status).toBe(400);
    expect(page.$('#oduvodneni').val()).toBe('Vlastní text.');
    expect(page.$('[data-letters-replace]').text()).toContain('Nahradil by, co už máte napsané.');
  });
});

describe.each([
  { width: 1366, height: 768 },
  { width: 360, height: 740 },
])('with a script, $width wide', viewport => {
  let origin: string;
  beforeAll(async () => {
    origin = await served(portal.app);
  });

  test('a letter is put in, changed for another, and added after what was written', async () => {
    await takenOver();
    const browser = await launchBrowser();
    // The policy of the portal would refuse axe, which is not the portal's.
    const page = await browser.newPage({ baseURL: origin, viewport, bypassCSP: true });
    await page.goto('/prihlaseni');
    await page.fill('#email', clerk.email);
    await page.fill('#password', clerk.password);
    await page.press('#password', 'Enter');
    await page.waitForURL(url => url.pathname !== '/prihlaseni');
    await page.goto(desk);
    await page.getByText('Rozhodnout').click();
    await page.getByText('Vzory textů').click();
    expect(await complaints(page)).toEqual([]);

    const text = page.locator('#oduvodneni');
    const letters = page.locator('[data-letter]');
    const first = await letters.nth(0).getAttribute('data-letter');
    const second = await letters.nth(1).getAttribute('data-letter');
    await letters.nth(0).click();
    expect(await text.inputValue()).toBe(first);
    await letters.nth(1).click();
    expect(await text.inputValue()).toBe(second);
    await text.fill('Vlastní text.');
    await letters.nth(0).click();
    expect(await text.inputValue()).toBe(`Vlastní text.\n\n${first ?? ''}`);
    await browser.close();
  });
});
