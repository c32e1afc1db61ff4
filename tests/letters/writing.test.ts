import { beforeEach, describe, expect, test } from 'vitest';
import { issueLetter, takeOverCase, trackingCode } from '../../src/cases/commands.ts';
import { startPortal } from '../support/app.ts';
import { type CaseRecord, createCase, createCitizen, createOfficer } from '../support/factories.ts';
import type { Visitor } from '../support/visitor.ts';

/** Writing, approving and issuing a letter on the pages of the office, and what the applicant gets of it. */

const portal = await startPortal();
const { deps } = portal;
const { db } = deps;
portal.setNow('2026-05-04T08:00:00Z');
const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi', name: 'Marie Dvořáková' });
const head = await createOfficer(deps, { department: 'rozpoctu-a-financi', roles: ['head'] });
const owner = await createCitizen(deps, 'Jana Nováková');
const form = 'form[data-letter-form]';
const fields = { druh: 'decision', nazev: 'Rozhodnutí o úlevě', text: '# Výrok\n\nVyhovujeme <b>vám</b>.' };

let found: CaseRecord;
let desk: string;
let visitor: Visitor;
beforeEach(async () => {
  found = await createCase(deps, { owner });
  desk = `/urad/pripady/${found.reference}`;
  await takeOverCase(deps, { caseId: found.id, expectedVersion: 1, actor: clerk.actor, now: deps.now() });
  visitor = await portal.visitor(clerk);
});

async function written(): Promise<string> {
  await visitor.submit(`${desk}/dopisy/novy`, { form, fields });
  const { id } = await db.caseLetter.findFirstOrThrow({ where: { caseId: found.id } });
  return `${desk}/dopisy/${id}`;
}

describe('writing a letter', () => {
  test('begins with a letter of the agenda, filled in', async () => {
    const page = await visitor.get(`${desk}/dopisy/novy?sablona=registered`);
    expect(String(page.$('#text').val())).toContain(found.reference);
    expect((await visitor.get(desk)).$(`a[href="${desk}/dopisy/novy"]`).length).toBe(1);
  });

  test('shows how it will look and keeps what was typed, without saving', async () => {
    const page = await visitor.get(`${desk}/dopisy/novy`);
    const shown = await visitor.submit(page, { form, fields: { ...fields, krok: 'nahled' } });
    expect(shown.$('#nahled h3').text()).toBe('Výrok');
    expect(shown.$('#nahled b').length).toBe(0);
    expect(shown.$('#nazev').val()).toBe(fields.nazev);
    expect(await db.caseLetter.count({ where: { caseId: found.id } })).toBe(0);
  });

  test('asks for what is missing and loses nothing', async () => {
    const page = await visitor.submit(`${desk}/dopisy/novy`, { form, fields: { ...fields, nazev: '' } });
    expect(page.status).toBe(400);
    expect(page.text).toContain('Napište název dopisu.');
    expect(page.$('#text').val()).toBe(fields.text);
  });

  test('shows both texts when a colleague was quicker', async () => {
    const address = await written();
    const stale = await visitor.get(address);
    await visitor.submit(address, { form, fields: { ...fields, text: 'Znění kolegy.' } });
    const page = await visitor.submit(stale, { form, fields: { ...fields, text: 'Moje znění.' } });
    expect(page.status).toBe(409);
    expect(page.text).toContain('Znění kolegy.');
    expect(page.$('#text').val()).toBe('Moje znění.');
    const saved = await visitor.submit(page, { form });
    expect(saved.$('#text').val()).toBe('Moje znění.');
  });

  test('waits for its officer when the session is over', async () => {
    const address = await written();
    const page = await visitor.get(address);
    await db.session.deleteMany({});
    const refused = await visitor.submit(page, { form, fields: { ...fields, text: 'Nedopsané.' } });
    expect(refused.text).toContain('Přihlášení skončilo.');
  });
});

describe('approving', () => {
  test('is on the list of the head, who gives it back with a reason or approves', async () => {
    const address = await written();
    await visitor.submit(address, { form: 'form[action$="/schvaleni"]' });
    const boss = await portal.visitor(head);
    expect((await boss.get('/urad')).$('a[href="/urad/schvalovani"]').length).toBe(1);
    expect((await visitor.get('/urad')).$('a[href="/urad/schvalovani"]').length).toBe(0);
    expect((await boss.get('/urad/schvalovani')).$(`a[href="${address}"]`).length).toBe(1);
    expect((await visitor.get('/urad/schvalovani')).$(`a[href="${address}"]`).length).toBe(0);
    const blank = await boss.submit(address, { form: 'form[action$="/vraceni"]' });
    expect(blank.status).toBe(400);
    await boss.submit(address, { form: 'form[action$="/vraceni"]', fields: { duvod: 'Chybí poučení.' } });
    expect((await visitor.get(address)).text).toContain('Chybí poučení.');
    await visitor.submit(address, { form: 'form[action$="/schvaleni"]' });
    await boss.submit(address, { form: 'form[action$="/souhlas"]' });
    expect((await visitor.get(address)).text).toContain('Schválený');
  });
});

describe('what was issued', () => {
  test('the applicant finds among the documents with its hash, what is being written not', async () => {
    const address = await written();
    const applicant = await portal.visitor(owner);
    expect((await applicant.get(`/pripady/${found.reference}`)).text).not.toContain(fields.nazev);
    await visitor.submit(address, { form: 'form[action$="/vydani"]' });
    const page = await applicant.get(`/pripady/${found.reference}`);
    expect(page.text).toContain(`Vydali jsme dokument: ${fields.nazev}`);
    const { id, sha256 } = await db.attachment.findFirstOrThrow({
      where: { caseId: found.id, letterId: { not: null } },
    });
    expect(page.text).toContain(Buffer.from(sha256).toString('hex'));
    expect((await applicant.agent.get(`/prilohy/${id}`)).status).toBe(200);
    const stranger = await portal.visitor(await createCitizen(deps, 'Petr Svoboda'));
    expect((await stranger.agent.get(`/prilohy/${id}`)).status).toBe(404);
    expect((await visitor.get(address)).$(form).length).toBe(0);
  });

  test('whoever has the tracking code downloads, too', async () => {
    const guests = await createCase(deps);
    await takeOverCase(deps, { caseId: guests.id, expectedVersion: 1, actor: clerk.actor, now: deps.now() });
    await visitor.submit(`/urad/pripady/${guests.reference}/dopisy/novy`, { form, fields });
    const { id: letterId } = await db.caseLetter.findFirstOrThrow({ where: { caseId: guests.id } });
    const command = { caseId: guests.id, letterId, expectedVersion: 1, actor: clerk.actor, now: deps.now() };
    await issueLetter(deps, command);
    const { id } = await db.attachment.findFirstOrThrow({ where: { letterId } });
    const guest = await portal.visitor();
    expect((await guest.agent.get(`/prilohy/${id}`)).status).toBe(404);
    await guest.submit('/stav', {
      form: 'main form',
      fields: { reference: guests.reference, code: trackingCode(deps.vault, guests.id) },
    });
    expect((await guest.agent.get(`/prilohy/${id}`)).status).toBe(200);
  });
});
