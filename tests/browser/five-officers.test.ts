import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordAppeal } from '../../src/cases/commands.ts';
import { startPortal } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import {
  attachPdf,
  createAbsence,
  createCitizen,
  createDraft,
  createOfficer,
  exampleEntries,
  fileDraft,
  password,
} from '../support/factories.ts';
import { fillStep } from '../support/journey.ts';
import { served } from '../support/served.ts';

/**
 * One case through five officers of two departments: the registry sends it on, it waits for the applicant over
 * Christmas, the officer of the next department is away and a deputy works for them until they are back, it is decided, served by fiction,
 * and appealed against. At each stop: what the applicant reads, and the last day.
 */

const portal = await startPortal();
const { deps, db } = portal;
portal.setNow('2026-12-10T09:00:00Z');

const owner = await createCitizen(deps, 'Jana Nováková');
const officer = (department: string, name: string, roles?: ('clerk' | 'registry')[]) =>
  createOfficer(deps, { department, name, ...(roles && { roles }) });
const registry = await officer('spravni', 'Alena Podatelná', ['registry']);
const karel = await officer('dopravy', 'Karel Dopravní');
const petr = await officer('spravy-majetku-mesta', 'Petr Pozemkový');
const dana = await officer('spravy-majetku-mesta', 'Dana Zástupná');
const vera = await officer('dopravy', 'Věra Silniční');
await createAbsence(deps, { officer: petr, deputy: dana, from: '2027-01-01', until: '2027-01-10' });
const origin = await served(portal.app);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('one case through five officers, Christmas, a deputy, fiction and an appeal', { timeout: 240_000 }, async () => {
  const { id, reference } = await fileRequest();
  await applicantReads(reference, 'Čeká na převzetí', 'Odbor dopravy', '11. ledna 2027');

  await asOfficer(registry, async page => {
    await page.goto('/urad?pohled=neprirazene');
    await openCase(page, reference);
    await act(page, 'prideleni', async form => {
      await choose(form.locator('select'), 'Karel Dopravní');
      await form.locator('[name=duvod]').fill('Zábory má na starosti Karel Dopravní.');
    });
  });
  await applicantReads(reference, 'převezme ho Karel Dopravní', karel.email, '11. ledna 2027');

  portal.setNow('2026-12-15T09:00:00Z');
  await asOfficer(karel, async page => {
    await page.goto('/urad?pohled=moje');
    await openCase(page, reference);
    await act(page, 'prevzeti');
    await act(page, 'vyrizovani');
    await act(page, 'vyzva', async form => {
      await mend(form, 'Bude to po celý den i noc?', 'Podle popisu jen v pracovní době.');
      await mend(form, 'Plánek místa', 'Nejde přečíst.');
      await form.locator('[value=jiny]').check();
      await form.locator('[name=vyzva-den]').fill('2027-01-08');
      await form.locator('[name=vyzva-stoji]').check();
    });
    expect(await page.locator('.desk__due').innerText()).toContain('stojí');
  });
  const asked = ['Čekáme, až podání doplníte.', 'Vy', '8. ledna 2027', 'Nejde přečíst.', 'lhůta'];
  await applicantReads(reference, ...asked);

  portal.setNow('2026-12-28T18:30:00Z');
  await asApplicant(async page => {
    await page.goto(`/pripady/${reference}`);
    await page.getByRole('link', { name: 'Opravit a doplnit' }).click();
    await page.waitForURL('**/doplneni');
    const file = { name: 'čitelný plánek.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') };
    await page.locator('[name=sitePlan]').setInputFiles(file);
    await page.getByRole('link', { name: 'čitelný plánek.pdf' }).waitFor();
    await page.locator('[name=allDay][value=no]').check();
    await page.locator('[name=hours]').fill('od 8 do 18 hodin');
    await page.getByRole('button', { name: 'Zkontrolovat změny' }).click();
    await page.waitForURL('**/souhrn');
    await page.getByRole('button', { name: 'Odeslat opravu' }).click();
    await page.waitForURL(`**/pripady/${reference}`);
  });
  // On 15 December 26 days were left; they run on from 29 December to Saturday 23 January, and so to Monday.
  await applicantReads(reference, 'Podání právě vyřizuje Karel Dopravní', 'od 8 do 18 hodin', '25. ledna 2027');

  portal.setNow('2026-12-30T08:00:00Z');
  await asOfficer(karel, async page => {
    await page.goto('/urad?pohled=odpovedel');
    await openCase(page, reference);
    await reads(page, 'čitelný plánek.pdf', 'od 8 do 18 hodin');
    await act(page, 'kroky', async form => {
      await choose(form.locator('[name=krok-komu]'), 'Petr Pozemkový');
    });
  });
  await applicantReads(reference, 'Petr Pozemkový', 'Odbor správy majetku města', '25. ledna 2027');

  portal.setNow('2027-01-04T08:00:00Z');
  await applicantReads(reference, 'Petr Pozemkový', 'zastupuje Dana Zástupná do 10. ledna 2027', dana.email);
  await asOfficer(dana, async page => {
    await page.goto('/urad?pohled=zastup');
    await openCase(page, reference);
    await reads(page, 'zastupuje Dana Zástupná');
    await act(page, 'prevzeti');
    await act(page, 'vyrizovani');
  });
  await applicantReads(reference, 'Petr Pozemkový', 'zastupuje Dana Zástupná', '25. ledna 2027');

  portal.setNow('2027-01-11T08:00:00Z');
  await asOfficer(petr, async page => {
    await page.goto('/urad?pohled=moje');
    await openCase(page, reference);
    await act(page, 'kroky', async form => {
      await choose(form.locator('[name=krok-komu]'), 'Věra Silniční');
    });
  });
  await applicantReads(reference, 'Věra Silniční', 'Odbor dopravy', '25. ledna 2027');

  portal.setNow('2027-01-12T09:00:00Z');
  await asOfficer(vera, async page => {
    await page.goto('/urad?pohled=moje');
    await openCase(page, reference);
    await act(page, 'prevzeti');
    await act(page, 'rozhodnuti', async form => {
      await form.locator('[value=partlyGranted]').check();
      await form.locator('[name=oduvodneni]').fill('Zábor povolujeme jen do 20. června.');
    });
    await act(page, 'doruceni', async form => {
      await form.locator('[value=dataBox]').check();
      await form.locator('[name=doruceni-odeslano]').fill('2027-01-12');
    });
  });
  // The tenth day is Friday 22 January; fifteen days end on a Saturday, and so on Monday 8 February.
  const sent = 'Bude doručené nejpozději 22. ledna 2027. Lhůta pro odvolání začne běžet doručením.';
  await applicantReads(reference, 'vyhověli jsme mu zčásti', 'jen do 20. června', sent);

  portal.setNow('2027-01-25T09:00:00Z');
  await applicantReads(reference, 'Doručeno 22. ledna 2027. Odvolat se můžete do 8. února 2027.');

  portal.setNow('2027-01-29T20:00:00Z');
  const appeal = await asApplicant(page => fileAppeal(page, reference));
  const row = await db.case.findUniqueOrThrow({ where: { reference: appeal }, select: { id: true } });
  await recordAppeal(deps, { appealId: row.id });
  await applicantReads(reference, 'Rozhodli jsme a vy jste se odvolali.', appeal);
  // Thirty days end on Sunday 28 February.
  await applicantReads(appeal, reference, '1. března 2027');

  portal.setNow('2027-02-20T09:00:00Z');
  await asOfficer(vera, async page => {
    await page.goto(`/urad/pripady/${reference}`);
    await act(page, 'vysledek-odvolani', async form => {
      await form.locator('[value=upheld]').check();
      await form.locator('[name=odvolani-duvod]').fill('Krajský úřad rozhodnutí potvrdil.');
    });
  });
  await applicantReads(reference, 'Krajský úřad rozhodnutí potvrdil.', 'zčásti');
  const people = await db.caseEvent.groupBy({ by: ['actorId'], where: { caseId: id, actorKind: 'officer' } });
  expect(people).toHaveLength(5);
});

async function fileRequest(): Promise<{ id: string; reference: string }> {
  const draft = await createDraft(deps, { agenda: 'zabor-verejneho-prostranstvi', owner });
  await attachPdf(deps, { draftId: draft.id, slot: 'sitePlan' });
  return fileDraft(deps, draft, owner);
}

/** Fills in what the portal did not know and files, as anybody else does. */
async function fileAppeal(page: Page, reference: string): Promise<string> {
  await page.goto(`/pripady/${reference}`);
  await arriving(page, page.locator('form[action$="/odvolani"] button').click());
  const entries = await exampleEntries('odvolani');
  for (let posts = 0; posts < 20 && !/\/(prilohy|souhrn)$/.test(page.url()); posts++) {
    await fillStep(page, { ...entries, reference, isLate: 'no' });
    // The step comes back with questions that an answer has called up.
    await Promise.all([page.waitForEvent('load'), page.locator('main form button.button').first().click()]);
  }
  if (page.url().endsWith('/prilohy')) await arriving(page, page.locator('main a.button').last().click());
  await arriving(page, page.locator('main form[action$="/odeslani"] button').click());
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

async function applicantReads(reference: string, ...texts: string[]): Promise<void> {
  await asApplicant(async page => {
    await page.goto(`/pripady/${reference}`);
    await reads(page, ...texts);
  });
}

async function reads(page: Page, ...texts: string[]): Promise<void> {
  const content = ((await page.locator('main').textContent()) ?? '').replaceAll(/\s+/g, ' ');
  for (const text of texts) expect(content).toContain(text);
}

/** Ticks an answer or a file of a call to mend, and says what is wrong with it. */
async function mend(form: Locator, label: string, problem: string): Promise<void> {
  const item = form.locator('.mend-item', { hasText: label }).first();
  await item.locator('input[type=checkbox]').check();
  await item.locator('textarea').fill(problem);
}

async function choose(list: Locator, name: string): Promise<void> {
  await list.selectOption(await list.locator('option', { hasText: name }).getAttribute('value'));
}

/** Sends one of the desk's forms, unfolding what it is folded in. */
async function act(page: Page, name: string, fill?: (form: Locator) => Promise<void>): Promise<void> {
  const form = page.locator(`main form[action$="/${name}"]`);
  const folded = page.locator(`details:not([open]):has(form[action$="/${name}"])`);
  while ((await folded.count()) > 0) await folded.first().locator('summary').first().click();
  await fill?.(form);
  await arriving(page, form.locator('button').last().click());
  expect(await page.locator('.govuk-error-summary').count()).toBe(0);
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

function asApplicant<T>(visit: (page: Page) => Promise<T>): Promise<T> {
  return as(owner.email, { width: 360, height: 740 }, visit);
}

function asOfficer<T>({ email }: { email: string }, visit: (page: Page) => Promise<T>): Promise<T> {
  return as(email, { width: 1366, height: 768 }, visit);
}

async function as<T>(email: string, viewport: { width: number; height: number }, visit: (page: Page) => Promise<T>) {
  const context = await browser.newContext({ viewport, baseURL: origin, locale: 'cs-CZ' });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.goto('/prihlaseni');
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(password);
  await page.locator('form:has([name=password]) button[type=submit]').first().click();
  await page.waitForURL(url => !url.pathname.startsWith('/prihlaseni'));
  const seen = await visit(page);
  await context.close();
  return seen;
}
