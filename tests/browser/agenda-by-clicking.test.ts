import { Buffer } from 'node:buffer';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Entries } from '../../src/core/form/answers.ts';
import { startPortal } from '../support/app.ts';
import { complaints } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { createOfficer, password } from '../support/factories.ts';
import { fillStep } from '../support/journey.ts';
import { served } from '../support/served.ts';

/**
 * An administrator who has never written code turns a paper form into a working agenda, with the keyboard alone: builds
 * it, tries it out, publishes it, and changes it later without breaking anything that runs.
 */

const desktop = { viewport: { width: 1366, height: 768 } };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const photo = { name: 'stánek.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') };

const title = 'Rezervace stánku na adventních trzích';
const slug = 'rezervace-stanku-na-adventnich-trzich';

const portal = await startPortal();
portal.setNow('2026-10-05T08:00:00Z');
const admin = await createOfficer(portal.deps, {
  department: 'informatiky',
  roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
  name: 'Martin Veselý',
});
const clerk = await createOfficer(portal.deps, { department: 'spravy-majetku-mesta', name: 'Karel Tržní' });
const origin = await served(portal.app);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('an agenda without a programmer', () => {
  test('is built, tried, published, filed and changed', { timeout: 240_000 }, async () => {
    const page = await open(desktop);
    await signIn(page, admin.email);
    await begin(page);
    await buildSteps(page);
    await fillInTheRest(page);
    await tryOut(page);
    await openAgenda(page);
    await publish(page, 1);

    const citizen = await open(phone);
    const reference = await fileAsCitizen(citizen);
    await fileWithoutElectricity(await open(desktop));
    const waiting = await beginDraft(await open(desktop));

    await secondVersion(page);
    await theFirstCaseStays(reference, citizen);
    await theDraftMoves(waiting);
    await page.context().close();
  });
});

async function begin(page: Page): Promise<void> {
  await page.goto('/sprava/agendy');
  await press(page, page.getByRole('link', { name: 'Nová agenda' }).first());
  await write(page.getByLabel('Název', { exact: true }), title);
  await choose(page, page.getByLabel('Od začátku'));
  await press(page, page.getByRole('button', { name: 'Založit koncept' }));
  expect(new URL(page.url()).pathname).toBe(`/sprava/agendy/${slug}/navrh`);
  await expectAccessible(page);
}

async function buildSteps(page: Page): Promise<void> {
  await addStep(page, 'Stánek', 'Podle velikosti a prodeje vám přidělíme místo.');
  await addField(page, 'Co budete prodávat?', 'oneOf');
  await writeOptions(page, ['Jídlo a pití', 'Řemeslné výrobky', 'Něco jiného']);
  await backToStep(page, 'Stánek');
  await addField(page, 'Plocha stánku', 'number');
  await write(page.getByLabel('Nápověda pod otázkou'), 'Šířka krát hloubka, třeba 6.');
  await write(page.getByLabel('Nejméně'), '1');
  await write(page.getByLabel('Nejvíc'), '50');
  await write(page.getByLabel('Jednotka'), 'm²');
  await save(page);
  await backToStep(page, 'Stánek');
  await addField(page, 'Potřebujete elektřinu?', 'yesNo');

  await addStep(page, 'Elektřina', 'Podle příkonu připravíme přípojku.');
  await choose(page, page.getByLabel('Otázka, podle které se to řídí'), 'Potřebujete elektřinu?');
  await press(page, page.getByRole('button', { name: 'Přidat podmínku' }));
  await addField(page, 'Příkon spotřebičů', 'number');
  await write(page.getByLabel('Nápověda pod otázkou'), 'Součet ze štítků, třeba 3.');
  await write(page.getByLabel('Jednotka'), 'kW');
  await save(page);
  await backToStep(page, 'Elektřina');
  await addField(page, 'Jaké spotřebiče to budou?', 'text');

  await addStep(page, 'Dny a cena', 'Cena se počítá za každý den a metr čtvereční.');
  await addField(page, 'Dny prodeje', 'group');
  await write(page.getByLabel('Jak se jmenuje jeden řádek'), 'Den prodeje');
  await save(page);
  await addField(page, 'Den', 'date');
  await write(page.getByLabel('Nápověda pod otázkou'), 'Třeba 6. 12. 2026.');
  await save(page);
  await backToStep(page, 'Dny a cena');
  await addField(page, 'Počet dnů', 'computed');
  await addAmount(page, 'počet řádků: Dny prodeje');
  await expectAccessible(page);
}

async function fillInTheRest(page: Page): Promise<void> {
  await part(page, 'Základní údaje');
  await write(
    page.getByLabel('K čemu je'),
    'Rezervujte si místo na adventních trzích. Trhy jsou v prosinci na náměstí.',
  );
  await choose(page, page.getByLabel('Firma nebo podnikatel'));
  await choose(page, page.getByLabel('Podnikání'));
  await write(page.getByLabel('Slova, pod kterými ji lidé hledají'), 'advent\ntrhy\nstánek');
  await write(page.getByLabel('Co si připravit'), 'rozměry stánku\nfotku stánku');
  await write(page.getByLabel('Jak dlouho to trvá'), 'Vyplnění zabere asi 10\u00a0minut. Ozveme se do 10\u00a0dnů.');
  await save(page);

  await part(page, 'Kdo podává a\u00a0kdo vyřizuje');
  await write(page.getByLabel('Kdo smí podat'), 'Každý, kdo má živnostenské oprávnění.');
  await choose(page, page.getByLabel('Který odbor podání dostane'), 'Odbor správy majetku města');
  await choose(page, page.getByRole('group', { name: /pozná jedno podání/ }).getByLabel('Co budete prodávat?'));
  await save(page);

  await part(page, 'Přílohy');
  await attachment(page, 0, { name: 'Fotka stánku', hint: 'Stačí z mobilu.', isRequired: true });
  await press(page, page.getByRole('button', { name: 'Přidat řádek' }));
  await attachment(page, 1, { name: 'Živnostenské oprávnění', hint: 'Výpis z rejstříku.', isRequired: false });
  await save(page);
  await expectAccessible(page);

  await part(page, 'Poplatek');
  await write(page.getByLabel('Kolik to stojí'), '50\u00a0Kč za metr čtvereční a\u00a0den.');
  await choose(page, page.getByLabel('Ano, podle vzorce'));
  await save(page);
  await press(page, page.getByRole('link', { name: 'Nastavit vzorec poplatku' }));
  await choose(page, page.getByLabel('1. řádek: co počítat'), 'Plocha stánku');
  await addAmount(page, 'Počet dnů', 'krát');
  await addAmount(page, 'napsané číslo', 'krát');
  await write(page.getByLabel('3. řádek: číslo'), '50');
  await save(page);
  await expectText(page, 'Spočítá se: „Plocha stánku“ × „Počet dnů“ × 50');
  await expectAccessible(page);

  await part(page, 'Postup a\u00a0lhůta');
  await write(page.getByLabel('Co se děje').first(), 'Přidělení místa');
  await choose(page, page.getByLabel('Který odbor').first(), 'Odbor správy majetku města');
  await write(page.getByLabel('Cíl').first(), '10');
  await save(page);

  await part(page, 'Návštěva úřadu');
  await choose(page, page.getByLabel('Ne', { exact: true }));
  await write(page.getByLabel('Co k\u00a0tomu říct'), 'Nemusíte nikam chodit.');
  await save(page);

  await part(page, 'Právní předpisy');
  await write(page.getByLabel('Ustanovení').first(), 'Zákon č.\u00a0128/2000\u00a0Sb., o\u00a0obcích');
  await write(page.getByLabel('Co říká').first(), 'Město hospodaří se svým náměstím.');
  await save(page);

  await part(page, 'Jazyky');
  await press(page, page.getByRole('region', { name: 'Angličtina' }).getByRole('link', { name: /^Název/ }));
  await write(page.getByLabel(title, { exact: true }), 'Booking a stall at the Advent market');
  await save(page);
}

/** One more row of a computation; the first one has nothing to be added to. */
async function addAmount(page: Page, what: string, operation?: string): Promise<void> {
  if (operation !== undefined) await choose(page, page.getByLabel('Nový řádek: co udělat'), operation);
  await choose(page, page.getByLabel('Nový řádek: co počítat'), what);
  await press(page, page.getByRole('button', { name: 'Přidat řádek' }));
}

/** Opens another part of the agenda. */
async function part(page: Page, name: string): Promise<void> {
  await press(page, outline(page).getByRole('link', { name, exact: true }));
  await expectHeading(page, name.replaceAll('\u00a0', ' '));
}

type Attachment = { name: string; hint: string; isRequired: boolean };

async function attachment(page: Page, index: number, { name, hint, isRequired }: Attachment): Promise<void> {
  const row = (label: string) => page.getByLabel(label, { exact: true }).nth(index);
  await write(row('Název'), name);
  await write(row('Nápověda'), hint);
  await choose(page, row(isRequired ? 'Ano' : 'Ne'));
}

/** Files a trial, which nobody in the office gets. */
async function tryOut(page: Page): Promise<void> {
  await press(page, outline(page).getByRole('link', { name: 'Zveřejnění', exact: true }));
  await press(page, page.getByRole('button', { name: 'Vyzkoušet formulář' }));
  await expectText(page, 'Zkouška');
  await answerAll(page, first);
  await attachPhoto(page);
  await expectText(page, 'Zkouška', '300 Kč');
  await page.locator('main form[action$="/odeslani"] button').click();
  await page.waitForURL(/\/pripady\/ZK26-\d+-\w\/potvrzeni$/);
  await expectText(page, 'Zkouška');
  expect(await portal.deps.db.case.count({ where: { trial: false, agenda: { slug } } })).toBe(0);
}

/** From the page of the agenda. */
async function publish(page: Page, number: number): Promise<void> {
  await press(page, page.getByRole('link', { name: 'Zkontrolovat a\u00a0zveřejnit' }));
  await expectAccessible(page);
  if (number === 2) await expectImpact(page);
  await choose(page, page.getByLabel('Hned'));
  await press(page, page.getByRole('button', { name: `Zveřejnit verzi ${number}` }));
  await expectText(page, `Verze ${number}`, 'Zveřejněno');
}

/** Without electricity, which skips a step; on two days. */
const second: Entries = {
  applicantName: 'Eva Krátká',
  applicantEmail: 'eva@example.cz',
  plochaStanku: '6',
  potrebujeteElektrinu: 'no',
  dnyProdeje: [{ den: { day: '6', month: '12', year: '2026' } }, { den: { day: '13', month: '12', year: '2026' } }],
};

const first: Entries = {
  applicantName: 'Jana Nová',
  applicantEmail: 'jana@example.cz',
  plochaStanku: '6',
  potrebujeteElektrinu: 'yes',
  prikonSpotrebicu: '3',
  jakeSpotrebiceToBudou: 'lampa a topení',
  dnyProdeje: [{ den: { day: '6', month: '12', year: '2026' } }],
};

/** Every step up to the attachments; gives the steps that were asked. */
async function answerAll(page: Page, entries: Entries): Promise<string[]> {
  const asked = new Set<string>();
  for (let posts = 0; posts < 30 && !page.url().endsWith('/prilohy'); posts++) {
    asked.add(new URL(page.url()).pathname.split('/').at(-1) ?? '');
    await addRows(page, entries);
    await fillStep(page, entries);
    for (const choice of await page.getByLabel('Řemeslné výrobky').all()) await choice.check();
    await Promise.all([page.waitForEvent('load'), page.locator('main form .actions button').first().click()]);
  }
  expect(page.url()).toMatch(/\/prilohy$/);
  return [...asked];
}

/** As many rows as there are answers for. */
async function addRows(page: Page, { dnyProdeje }: Entries): Promise<void> {
  const rows = page.locator('main [name^="dnyProdeje"][name$="day"]');
  const wanted = Array.isArray(dnyProdeje) ? dnyProdeje.length : 0;
  if ((await rows.count()) === 0) return;
  for (let there = await rows.count(); there < wanted; there += 1) {
    await page.getByRole('button', { name: /Přidat/ }).click();
    await rows.nth(there).waitFor();
  }
}

async function attachPhoto(page: Page, slots = 1): Promise<void> {
  for (let slot = 0; slot < slots; slot += 1) {
    // A place that is full takes no more, so the next one is the first again.
    await page.locator('main input[type=file]').first().setInputFiles(photo);
    await page.locator('main a:has-text("stánek.pdf")').nth(slot).waitFor();
  }
  await page.locator('main a.button').last().click();
  await page.waitForURL(/\/souhrn$/);
}

/** Somebody finds the new service, on a phone, and files. Gives the reference of the case. */
async function fileAsCitizen(page: Page): Promise<string> {
  await page.goto('/sluzby?hledat=stanek');
  await page.locator(`main a[href="/sluzby/${slug}"]`).first().click();
  await page.locator(`main a[href="/sluzby/${slug}/podat"]`).first().click();
  await page.waitForURL('**/podat');
  await expectAccessible(page);
  await Promise.all([page.waitForEvent('load'), page.locator('main form button').first().click()]);
  await expectAccessible(page);
  expect(await answerAll(page, first)).toContain('elektrina');
  await expectAccessible(page);
  await attachPhoto(page);
  await expectAccessible(page);
  await expectText(page, '300 Kč');
  await page.locator('main form[action$="/odeslani"] button').click();
  await page.waitForURL(/\/pripady\/HK26-\d+-\w\/potvrzeni$/);
  await expectAccessible(page);
  return /HK26-\d+-\w/.exec(page.url())?.[0] ?? '';
}

/** Somebody else skips a step, sells on two days and sends both files. */
async function fileWithoutElectricity(page: Page): Promise<void> {
  await start(page);
  expect(await answerAll(page, second)).not.toContain('elektrina');
  await attachPhoto(page, 2);
  await expectText(page, '600 Kč');
  await page.locator('main form[action$="/odeslani"] button').click();
  await page.waitForURL(/\/pripady\/HK26-\d+-\w\/potvrzeni$/);
  await page.context().close();
}

/** Somebody else has answered everything and not filed yet. */
async function beginDraft(page: Page): Promise<Page> {
  await start(page);
  await answerAll(page, { ...first, applicantName: 'Petr Starý' });
  await attachPhoto(page);
  return page;
}

async function start(page: Page): Promise<void> {
  await page.goto(`/sluzby/${slug}/podat`);
  await page.waitForURL('**/podat');
  await Promise.all([page.waitForEvent('load'), page.locator('main form button').first().click()]);
}

/** A question is gone, one is new, one reads otherwise. The impact is shown before it happens. */
async function secondVersion(page: Page): Promise<void> {
  await openAgenda(page);
  await press(page, page.getByRole('button', { name: 'Upravit', exact: true }));
  await backToStep(page, 'Elektřina');
  await press(page, outline(page).getByRole('link', { name: 'Jaké spotřebiče to budou?' }));
  await press(page, page.getByRole('link', { name: 'Smazat', exact: true }));
  await press(page, page.getByRole('button', { name: /Smazat/ }));
  await backToStep(page, 'Stánek');
  await press(page, outline(page).getByRole('link', { name: 'Plocha stánku' }));
  await write(page.getByLabel('Znění'), 'Kolik místa stánek zabere?');
  await save(page);
  await backToStep(page, 'Stánek');
  await addField(page, 'Jméno prodejce na cedulku', 'text');

  await press(page, outline(page).getByRole('link', { name: 'Zveřejnění', exact: true }));
  await publish(page, 2);
}

/** What the change does is said before it is done. */
async function expectImpact(page: Page): Promise<void> {
  const impact = page.locator('section[aria-labelledby=dopad]');
  const said = ((await impact.textContent()) ?? '').replaceAll(/\s+/g, ' ');
  for (const text of [
    'Jaké spotřebiče to budou?',
    'Jméno prodejce na cedulku',
    '2 běžící případy',
    '1 rozepsané podání',
  ]) {
    expect(said).toContain(text);
  }
}

async function openAgenda(page: Page): Promise<void> {
  await page.goto('/sprava/agendy');
  await press(page, page.getByRole('link', { name: title }).first());
}

async function theFirstCaseStays(reference: string, citizen: Page): Promise<void> {
  await citizen.goto(`/pripady/${reference}`);
  await expectText(citizen, 'Plocha stánku', 'lampa a topení');
  await expectAccessible(citizen);
  await citizen.context().close();
  const page = await open(desktop);
  await signIn(page, clerk.email);
  await page.goto(`/urad/pripady/${reference}`);
  await expectText(page, 'Jana Nová', 'Plocha stánku', 'lampa a topení');
  expect(await page.locator('main').innerText()).not.toContain('Jméno prodejce na cedulku');
  await page.context().close();
}

async function theDraftMoves(page: Page): Promise<void> {
  await page.reload();
  await expectText(page, 'Jaké spotřebiče to budou?', 'Jméno prodejce na cedulku');
  expect(await page.locator('main form[action$="/odeslani"]').count()).toBe(0);
  await page.goto(page.url().replace(/souhrn.*/, 'stanek?zpet=souhrn'));
  await expectText(page, 'Kolik místa stánek zabere?');
  await fillStep(page, { jmenoProdejceNaCedulku: 'U Petra' });
  await page.locator('main form .actions button').first().click();
  await page.waitForURL(/\/souhrn/);
  await expectText(page, 'Petr Starý', 'U Petra', '300 Kč');
  await page.locator('main form[action$="/odeslani"] button').click();
  await page.waitForURL(/\/pripady\/HK26-\d+-\w\/potvrzeni$/);
  await page.context().close();
}

async function expectText(page: Page, ...texts: string[]): Promise<void> {
  const content = ((await page.locator('main').textContent()) ?? '').replaceAll(/\s+/g, ' ');
  for (const text of texts) expect(content).toContain(text);
}

async function addStep(page: Page, name: string, why: string): Promise<void> {
  await press(page, outline(page).getByRole('link', { name: 'Kroky a\u00a0otázky' }));
  await write(page.getByLabel('Název kroku'), name);
  await press(page, page.getByRole('button', { name: 'Přidat', exact: true }));
  await write(page.getByLabel('Proč se ptáme'), why);
  await save(page);
}

async function addField(page: Page, label: string, type: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Přidat otázku' });
  await write(form.getByLabel('Znění'), label);
  const list = form.getByLabel('Na co se ptá');
  await reach(list);
  await pick(list, (await list.locator(`option[value="${type}"]`).textContent()) ?? '');
  await press(page, form.getByRole('button', { name: 'Přidat', exact: true }));
  await expectHeading(page, label);
}

async function writeOptions(page: Page, labels: string[]): Promise<void> {
  for (const [index, label] of labels.entries()) {
    const box = page.getByLabel(`Možnost ${index + 1}`, { exact: true });
    if ((await box.count()) === 0) await press(page, page.getByRole('button', { name: 'Přidat možnost' }));
    await write(page.getByLabel(`Možnost ${index + 1}`, { exact: true }), label);
  }
  await save(page);
}

async function backToStep(page: Page, name: string): Promise<void> {
  await press(page, outline(page).getByRole('link', { name: new RegExp(`^\\d+\\. ${name}$`) }));
}

function outline(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Části agendy' });
}

async function save(page: Page): Promise<void> {
  await press(page, page.getByRole('button', { name: 'Uložit', exact: true }));
}

/** With the keyboard: to it, and Enter. Waits for the page it leads to. */
async function press(page: Page, target: Locator): Promise<void> {
  await reach(target);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

async function write(box: Locator, text: string): Promise<void> {
  await reach(box);
  await box.page().keyboard.press('ControlOrMeta+A');
  await box.page().keyboard.insertText(text);
}

/** A box to tick by the space bar; a radio button or an option of a list by the arrows. */
async function choose(page: Page, control: Locator, option?: string): Promise<void> {
  await reach(control);
  if (option !== undefined) await pick(control, option);
  else if (!(await control.isChecked())) await page.keyboard.press('Space');
}

/** The option of a list, by its words. */
async function pick(list: Locator, option: string): Promise<void> {
  const wanted = plain(option);
  const texts = (await list.locator('option').allTextContents()).map(plain);
  const target = texts.indexOf(wanted);
  if (target < 0) throw new Error(`no option "${option}" among ${texts.join(', ')}`);
  await list.press('Home');
  for (let at = await selected(list); at !== target; at = await selected(list)) {
    await list.press(at < target ? 'ArrowDown' : 'ArrowUp');
  }
}

function selected(list: Locator): Promise<number> {
  return list.evaluate(element => Number(Reflect.get(element, 'selectedIndex')));
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** By Tab, as far as it takes; from one radio button of a group to another by the arrow. What cannot be reached so fails. */
async function reach(target: Locator): Promise<void> {
  const { keyboard } = target.page();
  const name = await target.getAttribute('name');
  const group = (await target.getAttribute('type')) === 'radio' ? name : null;
  for (let presses = 0; presses < 400; presses += 1) {
    if (await hasFocus(target)) return;
    const focused = target.page().locator(':focus');
    const isInGroup = group !== null && (await focused.count()) === 1 && (await focused.getAttribute('name')) === group;
    await keyboard.press(isInGroup ? 'ArrowDown' : 'Tab');
  }
  throw new Error(`the keyboard does not reach ${target.toString()}`);
}

async function hasFocus(target: Locator): Promise<boolean> {
  return (await target.and(target.page().locator(':focus')).count()) === 1;
}

async function expectHeading(page: Page, text: string): Promise<void> {
  expect((await page.locator('h1').innerText()).replaceAll(/\s+/g, ' ')).toContain(text);
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await complaints(page)).toEqual([]);
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/prihlaseni');
  await write(page.locator('[name=email]'), email);
  await write(page.locator('[name=password]'), password);
  await press(page, page.locator('form:has([name=password]) button[type=submit]').first());
  expect(new URL(page.url()).pathname).not.toBe('/prihlaseni');
}

async function open(options: BrowserContextOptions): Promise<Page> {
  // The policy of the portal would refuse axe, which is not the portal's.
  const context = await browser.newContext({ ...options, baseURL: origin, locale: 'cs-CZ', bypassCSP: true });
  context.setDefaultTimeout(10_000);
  return context.newPage();
}
