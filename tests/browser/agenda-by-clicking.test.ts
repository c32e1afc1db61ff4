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
const admin = await createOfficer(portal.deps, { department: 'informatiky', roles: ['admin'], name: 'Martin Veselý' });
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
    await publish(page, 1);

    const reference = await fileAsCitizen(await open(phone));
    const waiting = await beginDraft(await open(desktop));

    await secondVersion(page);
    await theFirstCaseStays(reference);
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
  await choose(page, page.getByLabel('Jak se hodnota vypočítá').first(), 'počet řádků');
  await choose(page, page.getByLabel('Čí řádky spočítat'), 'Dny prodeje');
  await save(page);
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
  await choose(page, page.getByLabel('Jak se hodnota vypočítá').first(), 'součin odpovědí');
  await choose(page, page.getByLabel('1. činitel: otázka'), 'Plocha stánku');
  await choose(page, page.getByLabel('2. činitel: otázka'), 'Počet dnů');
  await write(page.getByLabel('3. činitel: číslo'), '50');
  await save(page);

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
  await page.goto(`/sprava/agendy/${slug}`);
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

async function publish(page: Page, number: number): Promise<void> {
  await page.goto(`/sprava/agendy/${slug}/verze/${number}/zverejneni`);
  await expectAccessible(page);
  await choose(page, page.getByLabel('Hned'));
  await press(page, page.getByRole('button', { name: `Zveřejnit verzi ${number}` }));
  await expectText(page, `Verze ${number}`, 'Zveřejněno');
}

const first: Entries = {
  applicantName: 'Jana Nová',
  applicantEmail: 'jana@example.cz',
  plochaStanku: '6',
  potrebujeteElektrinu: 'yes',
  prikonSpotrebicu: '3',
  jakeSpotrebiceToBudou: 'lampa a topení',
  dnyProdeje: [{ den: { day: '6', month: '12', year: '2026' } }],
};

/** Every step up to the attachments. */
async function answerAll(page: Page, entries: Entries): Promise<void> {
  for (let posts = 0; posts < 30 && !page.url().endsWith('/prilohy'); posts++) {
    await fillStep(page, entries);
    for (const choice of await page.getByLabel('Řemeslné výrobky').all()) await choice.check();
    await Promise.all([page.waitForEvent('load'), page.locator('main form .actions button').first().click()]);
  }
  expect(page.url()).toMatch(/\/prilohy$/);
}

async function attachPhoto(page: Page): Promise<void> {
  await page.locator('main input[type=file]').first().setInputFiles(photo);
  await page.locator('main a:has-text("stánek.pdf")').first().waitFor();
  await page.locator('main a.button').last().click();
  await page.waitForURL(/\/souhrn$/);
}

/** Somebody finds the new service, on a phone, and files. Gives the reference of the case. */
async function fileAsCitizen(page: Page): Promise<string> {
  await page.goto('/sluzby?hledat=stanek');
  await page.locator(`main a[href="/sluzby/${slug}"]`).first().click();
  await page.locator(`main a[href="/sluzby/${slug}/podat"]`).first().click();
  await page.waitForURL('**/podat');
  await Promise.all([page.waitForEvent('load'), page.locator('main form button').first().click()]);
  await answerAll(page, first);
  await attachPhoto(page);
  await expectText(page, '300 Kč');
  await page.locator('main form[action$="/odeslani"] button').click();
  await page.waitForURL(/\/pripady\/HK26-\d+-\w\/potvrzeni$/);
  const reference = /HK26-\d+-\w/.exec(page.url())?.[0] ?? '';
  await page.context().close();
  return reference;
}

/** Somebody else has answered everything and not filed yet. */
async function beginDraft(page: Page): Promise<Page> {
  await page.goto(`/sluzby/${slug}/podat`);
  await page.waitForURL('**/podat');
  await Promise.all([page.waitForEvent('load'), page.locator('main form button').first().click()]);
  await answerAll(page, { ...first, applicantName: 'Petr Starý' });
  await attachPhoto(page);
  return page;
}

/** A question is gone, one is new, one reads otherwise. The impact is shown before it happens. */
async function secondVersion(page: Page): Promise<void> {
  await page.goto(`/sprava/agendy/${slug}`);
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

  await page.goto(`/sprava/agendy/${slug}/verze/2/zverejneni`);
  await expectText(
    page,
    'Jaké spotřebiče to budou?',
    'Jméno prodejce na cedulku',
    '1 běžící případ',
    '1 rozepsané podání',
  );
  await publish(page, 2);
}

async function theFirstCaseStays(reference: string): Promise<void> {
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
  await form.getByLabel('Na co se ptá').selectOption(type);
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

/** With the keyboard: on it, and Enter. Waits for the page it leads to. */
async function press(page: Page, target: Locator): Promise<void> {
  await target.focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

async function write(box: Locator, text: string): Promise<void> {
  await box.focus();
  await box.page().keyboard.press('ControlOrMeta+A');
  await box.page().keyboard.insertText(text);
}

/** A radio button or a box to tick by the space bar; of a list, the option by its words. */
async function choose(page: Page, control: Locator, option?: string): Promise<void> {
  await control.focus();
  if (option === undefined) await page.keyboard.press('Space');
  else await control.selectOption({ label: option });
}

async function expectHeading(page: Page, text: string): Promise<void> {
  expect((await page.locator('h1').innerText()).replaceAll(/\s+/g, ' ')).toContain(text);
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await complaints(page)).toEqual([]);
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/prihlaseni');
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(password);
  await page.locator('form:has([name=password]) button[type=submit]').first().click();
  await page.waitForURL(url => !url.pathname.startsWith('/prihlaseni'));
}

async function open(options: BrowserContextOptions): Promise<Page> {
  // The policy of the portal would refuse axe, which is not the portal's.
  const context = await browser.newContext({ ...options, baseURL: origin, locale: 'cs-CZ', bypassCSP: true });
  context.setDefaultTimeout(10_000);
  return context.newPage();
}
