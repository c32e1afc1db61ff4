import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findSketch } from '../../src/admin/agendas/sketch.ts';
import type { Definition } from '../../src/core/form/definition.ts';
import { startPortal } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import { createOfficer, createSketch } from '../support/factories.ts';
import { served } from '../support/served.ts';

/** What JavaScript adds to the designer. What it does without, tests/admin/designer proves. */

const portal = await startPortal();
const admin = await createOfficer(portal.deps, {
  department: 'informatiky',
  roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
});
const colleague = await createOfficer(portal.deps, {
  department: 'informatiky',
  roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
  name: 'Petr Druhý',
});
const other = await portal.visitor(colleague);
const origin = await served(portal.app);

let browser: Browser;
let page: Page;
let slug: string;
let base: string;

beforeAll(async () => {
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, baseURL: origin });
  page = await context.newPage();
  await page.goto('/prihlaseni');
  await page.locator('[name=email]').fill(admin.email);
  await page.locator('[name=password]').fill(admin.password);
  await page.locator('form:has([name=password]) button[type=submit]').first().click();
  await page.waitForURL(url => !url.pathname.startsWith('/prihlaseni'));
});
afterAll(() => browser.close());
beforeEach(async () => {
  ({ slug } = await createSketch(portal.deps));
  base = `/sprava/agendy/${slug}/navrh`;
});

const status = () => page.locator('[data-save-status]');
const saved = () => status().filter({ hasText: 'Uloženo' }).waitFor();

test('what is typed is saved by itself, and the outline and the preview show it', async () => {
  await page.goto(`${base}/otazky/applicantKind`);
  await page.locator('#label').fill('Kdo žádá?');
  await saved();
  expect((await stored()).steps[0]?.fields[0]?.label).toBe('Kdo žádá?');
  await page.locator('[data-outline]').getByText('Kdo žádá?').waitFor();
  await page.frameLocator('[data-preview]').getByText('Kdo žádá?').waitFor();
});

test('typing goes on after a save, and a button pressed at once comes after it', async () => {
  await page.goto(`${base}/otazky/applicantKind`);
  await page.locator('#label').fill('Poprvé');
  await saved();
  await page.locator('#label').fill('Podruhé');
  await page.getByRole('button', { name: 'Přidat možnost' }).click();
  await page.locator('#moznost-3-nazev').waitFor();
  expect((await stored()).steps[0]?.fields[0]).toMatchObject({ label: 'Podruhé', options: { length: 4 } });
});

test('a link pressed at once leads on when everything is saved', async () => {
  await page.goto(`${base}/otazky/applicantKind`);
  await page.locator('#label').fill('Těsně před odchodem');
  await page.locator('[data-outline]').getByText('Účel').click();
  await page.waitForURL(url => url.pathname.includes('/kroky/'));
  expect((await stored()).steps[0]?.fields[0]?.label).toBe('Těsně před odchodem');
});

test('what cannot be saved yet is said, and nothing typed is lost', async () => {
  await page.goto(`${base}/otazky/companyName`);
  await page.locator('#maxLength').fill('mnoho');
  await status().filter({ hasText: 'Zadejte celé číslo' }).waitFor();
  await page.locator('[data-outline]').getByText('Účel').click();
  await page.locator('#maxLength-error').waitFor();
  expect(await page.locator('#maxLength').inputValue()).toBe('mnoho');
});

test('another comparison brings its boxes', async () => {
  await page.goto(`${base}/otazky/companyName`);
  await page.locator('#podminka-0-srovnani').focus();
  await page.locator('#podminka-0-srovnani').selectOption('isOneOf');
  await page.locator('.condition__options input').first().waitFor();
  expect(await page.evaluate('document.activeElement.id')).toBe('podminka-0-srovnani');
});

test('what is selected to be typed over stays selected while its boxes are renewed', async () => {
  await page.goto(`${base}/nastaveni/postup`);
  const target = page.getByLabel('Cíl').first();
  let release = () => {};
  const held = new Promise<void>(resolve => (release = resolve));
  await page.route('**/nastaveni/postup', route => held.then(() => route.continue()));
  await page.getByLabel('Který odbor').first().selectOption({ index: 3 });
  await target.focus();
  await page.keyboard.press('ControlOrMeta+A');
  release();
  await saved();
  await page.keyboard.insertText('12');
  expect(await target.inputValue()).toBe('12');
  await page.unroute('**/nastaveni/postup');
});

test('a comparison that needs more is asked for it at once', async () => {
  await page.goto(`${base}/otazky/allDay`);
  await page.locator('#podminka-nova').selectOption('to');
  await page.getByRole('button', { name: 'Přidat podmínku' }).click();
  await page.locator('#podminka-0-srovnani').waitFor();
  expect(await page.locator('#podminka-0-hodnota').isVisible()).toBe(false);
  await page.locator('#podminka-0-srovnani').selectOption('laterByAtMost');
  await page.locator('#podminka-0-hodnota-error').waitFor();
  await page.locator('#podminka-0-hodnota').fill('30');
  await page.locator('#podminka-0-jina').selectOption('from');
  await saved();
  const when = { '<=': [{ daysBetween: [{ var: 'from' }, { var: 'to' }] }, 30] };
  expect((await stored()).steps.flatMap(({ fields }) => fields).find(({ id }) => id === 'allDay')).toMatchObject({
    when,
  });
});

test('a button pressed at once after a choice is not lost, although its part is made anew', async () => {
  await page.goto(`${base}/otazky/companyName`);
  await page.locator('#podminka-nova').selectOption('applicantKind');
  const answered = page.waitForResponse(response => response.request().method() === 'POST');
  await page.locator('#podminka-0-srovnani').selectOption('isNot');
  await page.getByRole('button', { name: 'Přidat podmínku' }).focus();
  await page.keyboard.press('Enter');
  await answered;
  await page.locator('#podminka-1-srovnani').waitFor();
  expect((await stored()).steps[0]?.fields[1]?.when).toMatchObject({ and: [{ '!=': [{}, 'company'] }, {}] });
});

test('a computation asks for a number only where one is written, and is said in one line', async () => {
  await page.goto(`${base}/otazky/days`);
  const [what, number] = [page.locator('#vypocet-1-c-0'), page.locator('#vypocet-1-c-0-cislo')];
  await page.getByLabel('Nový řádek: co počítat').selectOption({ label: 'Plocha' });
  await page.getByRole('button', { name: 'Přidat řádek' }).click();
  await what.waitFor();
  expect(await number.isVisible()).toBe(false);
  await what.selectOption({ label: 'napsané číslo' });
  expect(await number.isVisible()).toBe(true);
  await page.locator('[data-words]').filter({ hasText: '+ 0' }).waitFor();
  await number.fill('2,5');
  await page.locator('[data-words]').filter({ hasText: 'včetně + 2,5' }).waitFor();
  await page.locator('#vypocet-1-operace').selectOption({ label: 'zaokrouhlit na celé' });
  expect(await what.isVisible()).toBe(false);
});

test('when somebody else has saved, saving stops and the button shows what then', async () => {
  await page.goto(`${base}/otazky/companyName`);
  await other.submit(`${base}/kroky/applicant`, { form: 'form[data-autosave]', fields: { title: 'Od kolegy' } });
  await page.locator('#label').fill('Moje znění');
  await status().filter({ hasText: 'Mezitím uložil někdo jiný' }).waitFor();
  await page.locator('[data-save]').click();
  await page.getByRole('heading', { name: 'Mezitím uložil někdo jiný' }).waitFor();
  await page.getByRole('button', { name: 'Uložit i\u00a0tak' }).click();
  await page.locator('[data-save]').waitFor();
  expect((await stored()).steps[0]).toMatchObject({ title: 'Od kolegy', fields: { 1: { label: 'Moje znění' } } });
});

test('a question is dragged in front of another', async () => {
  await page.goto(`${base}/kroky/applicant`);
  const [first, second] = (await stored()).steps[0]?.fields.map(({ id }) => id) ?? [];
  const target = page.locator(`[data-item="${first ?? ''}"]`);
  await page.locator(`[data-item="${second ?? ''}"]`).dragTo(target, { targetPosition: { x: 20, y: 4 } });
  await page.locator(`[data-sortable] > :first-child[data-item="${second ?? ''}"]`).waitFor();
  expect((await stored()).steps[0]?.fields[0]?.id).toBe(second);
});

test('a step is dragged in front of another, and behind the last one', async () => {
  await page.goto(base);
  const before = (await stored()).steps.map(({ id }) => id);
  const [first = '', second = '', third = ''] = before;
  const item = (id: string) => page.locator(`[data-item="${id}"]`);
  await item(third).dragTo(item(second), { targetPosition: { x: 20, y: 4 } });
  await page.locator(`[data-item="${first}"] + [data-item="${third}"]`).waitFor();
  expect((await stored()).steps.map(({ id }) => id)).toEqual([first, third, second, ...before.slice(3)]);

  const last = item(before.at(-1) ?? '');
  const height = (await last.boundingBox())?.height ?? 0;
  await item(first).dragTo(last, { targetPosition: { x: 20, y: height - 4 } });
  await page.locator(`[data-item="${first}"]:last-child`).waitFor();
  expect((await stored()).steps.map(({ id }) => id)).toEqual([third, second, ...before.slice(3), first]);
});

test.each([
  ['nastaveni/postup', '#plan-0-title'],
  ['kroky/period', '#title'],
  ['otazky/companyName', '#label'],
  ['podminky/fee.charge.rows.1.when', '#podminka-0-hodnota'],
])('Enter in a box of %s saves, and takes nothing away', async (path, box) => {
  ({ slug } = await createSketch(portal.deps, withConditionalStep));
  base = `/sprava/agendy/${slug}/navrh`;
  const before = await stored();
  await page.goto(`${base}/${path}`);
  await Promise.all([page.waitForEvent('load'), page.locator(box).press('Enter')]);
  expect(await findSketch(portal.db, slug)).toMatchObject({ definition: before, revision: 1 });
});

test('a new row is saved also after something else was', async () => {
  await page.goto(`${base}/nastaveni/postup`);
  const { plan } = await stored();
  await page.getByRole('button', { name: 'Přidat řádek' }).click();
  await page.locator('#plan-4-title').waitFor();
  await page.locator('#plan-0-title').fill('Kontrola');
  await savedAs(2);
  await page.locator('#plan-4-title').fill('Předání místa');
  await savedAs(3);
  const titles = (await stored()).plan.map(({ title }) => title);
  expect(titles).toEqual(['Kontrola', ...plan.slice(1).map(({ title }) => title), 'Předání místa']);
});

test('a row that is emptied to be written anew is still the same one', async () => {
  const bring = ['Nájemní smlouva', 'Plánek'].map(text => ({ text, when: { '==': [{ var: 'purpose' }, text] } }));
  ({ slug } = await createSketch(portal.deps, made => ({ ...made, visit: { ...made.visit, needed: true, bring } })));
  await page.goto(`/sprava/agendy/${slug}/navrh/nastaveni/navsteva`);
  await page.locator('#bring-0-item').fill('');
  await status().filter({ hasText: 'prázdný řádek by se odebral' }).waitFor();
  await page.locator('#bring-0-item').fill('Smlouva');
  await savedAs(1);
  expect((await stored()).visit.bring).toEqual([{ ...bring[0], text: 'Smlouva' }, bring[1]]);

  await page.locator('#bring-0-item').fill('');
  await page.locator('[data-save]').click();
  await page.locator('#bring-1').waitFor({ state: 'detached' });
  expect((await stored()).visit.bring).toEqual([bring[1]]);
});

test('a row is moved from the keyboard with what was just typed, and stays in sight', async () => {
  await page.goto(`${base}/nastaveni/pravo`);
  const { law } = await stored();
  await page.locator('#law-2-text').fill('Co je náměstí.');
  await page.getByRole('button', { name: 'Posunout řádek 3 nahoru: Právní předpisy' }).press('Enter');
  await page.waitForURL('**#law-1');
  expect(await page.locator('#law-1-text').inputValue()).toBe('Co je náměstí.');
  expect(await page.evaluate('document.activeElement.id')).toBe('law-1');
  const texts = [law[0], { text: 'Co je náměstí.' }, law[1], ...law.slice(3)].map(provision => provision?.text);
  expect((await stored()).law.map(({ text }) => text)).toEqual(texts);
});

/** Waits until the page knows that it is the sketch of that revision. */
async function savedAs(revision: number): Promise<void> {
  await page.locator(`[data-autosave] [name=revize][value="${revision}"]`).waitFor({ state: 'attached' });
}

async function stored() {
  const sketch = await findSketch(portal.db, slug);
  if (!sketch) throw new Error('the sketch is gone');
  return sketch.definition;
}

function withConditionalStep(definition: Definition): Definition {
  const steps = definition.steps.map(step =>
    step.id === 'period' ? { ...step, when: { '==': [{ var: 'purpose' }, 'stall'] } } : step,
  );
  return { ...definition, steps };
}
