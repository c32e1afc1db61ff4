import { describe, expect, test } from 'vitest';
import { openEvent, takeOverCase, trackingCode, writeMessage } from '../../src/cases/commands.ts';
import { openMessage } from '../../src/notifications/message.ts';
import { startPortal } from '../support/app.ts';
import { createCase, createCitizen, createOfficer, type CaseRecord } from '../support/factories.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const portal = await startPortal();
const { deps, db } = portal;
const department = 'rozpoctu-a-financi';
const owner = await createCitizen(deps);
const clerk = await createOfficer(deps, { department, name: 'Petra Malá' });
const registry = await createOfficer(deps, { department: 'kancelar-tajemnika', roles: ['registry'] });
const outsider = await createOfficer(deps, { department: 'dotaci' });

const pdf = Buffer.from('%PDF-1.7\n%%EOF\n');
const form = 'form[action$="/zpravy"]';
const write = (visitor: Visitor, path: string, zprava: string): Promise<Page> =>
  visitor.submit(path, { form, fields: { zprava } });
const caseOf = async (): Promise<CaseRecord & { page: string; desk: string }> => {
  const filed = await createCase(deps, { owner });
  return { ...filed, page: `/pripady/${filed.reference}`, desk: `/urad/pripady/${filed.reference}` };
};
const authors = ({ $ }: Page) =>
  $('.message')
    .toArray()
    .map(item => $(item).find('.message__author').text().replaceAll(/\s+/g, ' ').trim());

async function mailsOf(caseId: string, kind: string) {
  const mails = await db.mail.findMany({ where: { caseId, kind } });
  return mails.map(mail => openMessage(deps.vault, mail.id, mail.message));
}

describe('messages in a case', () => {
  test('go both ways, and each side sees whether the other has read them', async () => {
    const { id, page, desk } = await caseOf();
    const [citizen, officer] = [await portal.visitor(owner), await portal.visitor(clerk)];
    const sent = await write(citizen, page, 'Dobrý den,\n\nmůže být plánek i jako fotka?');
    expect(sent.path).toBe(page);
    expect(sent.text).toContain('Zprávu jsme předali úřadu.');
    expect(sent.text).toContain('Úřad zprávu zatím nečetl.');

    const seen = await officer.get(desk);
    expect(authors(seen)).toEqual(['Marie Dvořáková Nová']);
    expect(seen.text).toContain('může být plánek i jako fotka?');
    expect((await officer.get(desk)).$('.message--new').length).toBe(0);
    expect((await citizen.get(page)).text).toContain('Úřad si zprávu přečetl');

    const answered = await write(officer, desk, 'Může, stačí fotka.');
    expect(answered.text).toContain('Žadatel zprávu zatím nečetl.');
    const read = await citizen.get(page);
    expect(authors(read)).toEqual(['Petra Malá Nová', 'Vy']);
    expect(authors(await citizen.get(page))).toEqual(['Petra Malá', 'Vy']);
    expect((await officer.get(desk)).text).toContain('Žadatel si zprávu přečetl');
    expect((await db.caseEvent.findMany({ where: { caseId: id } })).map(({ type }) => type)).toEqual([
      'filed',
      'written',
      'written',
    ]);
  });

  test('are announced by mail without their words: to the applicant, to the department and to whoever has the case', async () => {
    const { id, page, desk } = await caseOf();
    await write(await portal.visitor(owner), page, 'Tajemství.');
    await takeOverCase(deps, { caseId: id, expectedVersion: 2, actor: clerk.actor, now: deps.now() });
    await write(await portal.visitor(owner), page, 'Ještě jedno.');
    await write(await portal.visitor(clerk), desk, 'Rozumíme.');
    const { email } = await db.department.findUniqueOrThrow({ where: { slug: department } });
    const toOffice = await mailsOf(id, 'applicantWrote');
    expect(toOffice.map(({ to }) => to).sort()).toEqual([email, clerk.email].sort());
    const toApplicant = await mailsOf(id, 'messageReceived');
    expect(toApplicant).toHaveLength(1);
    for (const { text } of [...toOffice, ...toApplicant]) expect(text).not.toMatch(/Tajemství|Ještě|Rozumíme/);
  });

  test('carry files, which both sides can open and nobody else', async () => {
    const { page, desk, id } = await caseOf();
    const citizen = await portal.visitor(owner);
    const file = { field: 'soubory', content: pdf, filename: 'plánek dvora.pdf' };
    const sent = await citizen.submit(page, { form, fields: { zprava: '' }, file });
    expect(sent.status).toBe(200);
    const href = sent.$('.message a').attr('href') ?? '';
    expect(sent.$('.message a').text()).toBe('plánek dvora.pdf');
    expect((await citizen.agent.get(href)).body).toEqual(pdf);
    const officer = await portal.visitor(clerk);
    const onDesk = (await officer.get(desk)).$('.message a').attr('href') ?? '';
    expect((await officer.agent.get(onDesk)).status).toBe(200);
    expect((await (await portal.visitor()).agent.get(href)).status).toBe(404);
    const attachment = await db.attachment.findFirstOrThrow({ where: { caseId: id, messageId: { not: null } } });
    expect(Buffer.from(attachment.name).includes('dvora')).toBe(false);
  });

  test('of a guest who opened the case by its code are as good', async () => {
    const filed = await createCase(deps);
    const guest = await portal.visitor();
    const code = trackingCode(deps.vault, filed.id);
    const page = await guest.submit('/stav', { fields: { reference: filed.reference, code } });
    const sent = await guest.submit(page, { form, fields: { zprava: 'Prosím o zprávu.' } });
    expect(authors(sent)).toEqual(['Vy']);
  });

  test('are for the account alone: the code of its case lets others only read', async () => {
    const { id, reference, page } = await caseOf();
    const guest = await portal.visitor();
    const opened = await guest.submit('/stav', { fields: { reference, code: trackingCode(deps.vault, id) } });
    expect(opened.$(form).length).toBe(0);
    expect(opened.$('main a[href^="/prihlaseni"]').attr('href')).toContain(encodeURIComponent(page));
    const refused = await guest.post(`${page}/zpravy`, { _csrf: await guest.token(), zprava: 'Jsem to já.' });
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('jen ten, kdo podání odeslal');
    expect(await db.caseMessage.count({ where: { caseId: id } })).toBe(0);
  });

  test('to a case of somebody else lead nowhere', async () => {
    const { page, desk } = await caseOf();
    const stranger = await portal.visitor(await createCitizen(deps, 'Petr Svoboda'));
    expect((await stranger.post(`${page}/zpravy`, { _csrf: await stranger.token(), zprava: 'x' })).status).toBe(404);
    const officer = await portal.visitor(outsider);
    expect((await officer.post(`${desk}/zpravy`, { _csrf: await officer.token(), zprava: 'x' })).status).toBe(404);
  });

  test('are not written by the registry, which keeps what it typed', async () => {
    const { desk } = await caseOf();
    const officer = await portal.visitor(registry);
    expect((await officer.get(desk)).$(form).length).toBe(0);
    const refused = await officer.post(`${desk}/zpravy`, { _csrf: await officer.token(), zprava: 'Dobrý den.' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('nemáte oprávnění');
  });

  test('older than the newest twenty are a page further', async () => {
    const { id, page } = await caseOf();
    const from = deps.now();
    for (let i = 1; i <= 21; i += 1) {
      const now = from.add({ seconds: i });
      await writeMessage(deps, { caseId: id, actor: owner.actor, now, text: `zpráva číslo ${i}`, files: [] });
    }
    const visitor = await portal.visitor(owner);
    const newest = await visitor.get(page);
    expect(newest.$('.message').length).toBe(20);
    expect(newest.$('.message').last().text()).toContain('zpráva číslo 2');
    const older = await visitor.get(newest.$('a[href*="?zpravy="]').attr('href') ?? '');
    expect(older.$('.message').length).toBe(1);
    expect(older.$('.message').text()).toContain('zpráva číslo 1');
  });
});

describe('a message that is not right is refused with a sentence, and its text stays', () => {
  test.each([
    ['empty', '   ', undefined, 'Napište zprávu'],
    ['endless', 'á'.repeat(10_001), undefined, 'Zkraťte zprávu'],
    ['with a file nobody accepts', 'Posílám program.', Buffer.from('MZ program'), 'Tento soubor neumíme přijmout'],
    ['with an empty file', 'Posílám nic.', Buffer.alloc(0), 'Vybraný soubor je prázdný'],
  ])('%s', async (_what, zprava, content, sentence) => {
    const { page, desk, id } = await caseOf();
    for (const [account, path] of [
      [owner, page],
      [clerk, desk],
    ] as const) {
      const visitor = await portal.visitor(account);
      const file = content && { field: 'soubory', content, filename: 'soubor.pdf' };
      const refused = await visitor.submit(path, { form, fields: { zprava }, ...(file && { file }) });
      expect(refused.status).toBe(400);
      expect(refused.$('.govuk-error-summary').text()).toContain(sentence);
      expect(refused.$('#zprava').text().trim()).toBe(zprava.trim());
    }
    expect(await db.caseMessage.count({ where: { caseId: id } })).toBe(0);
  });

  test('leaves no file behind', async () => {
    const { page } = await caseOf();
    const before = await storedFiles();
    const file = { field: 'soubory', content: pdf, filename: 'v pořádku.pdf' };
    const refused = await (
      await portal.visitor(owner)
    ).submit(page, { form, fields: { zprava: 'á'.repeat(10_001) }, file });
    expect(refused.status).toBe(400);
    expect(await storedFiles()).toEqual(before);
  });

  test('without its token', async () => {
    const { page } = await caseOf();
    const { agent } = await portal.visitor(owner);
    expect((await agent.post(`${page}/zpravy`).field('zprava', 'x')).status).toBe(403);
  });
});

test('what was written is sealed, its hash is in the history, and the database refuses to change it', async () => {
  const { id, page } = await caseOf();
  await write(await portal.visitor(owner), page, 'Tak to bylo.');
  const message = await db.caseMessage.findFirstOrThrow({ where: { caseId: id } });
  expect(Buffer.from(message.content).includes('bylo')).toBe(false);
  const event = await db.caseEvent.findFirstOrThrow({ where: { caseId: id, type: 'written' } });
  expect(openEvent(deps.vault, id, event)).toMatchObject({
    data: { messageId: message.id, sha256: Buffer.from(message.contentHash).toString('hex') },
  });
  const change = (sql: string) => deps.pool.query(sql, [message.id]);
  await expect(change(`update case_message set from_office = true where id = $1`)).rejects.toThrow('what was recorded');
  await expect(change('delete from case_message where id = $1')).rejects.toThrow('what was recorded');
  await change('update case_message set read_at = now() where id = $1');
  await expect(change('update case_message set read_at = null where id = $1')).rejects.toThrow('what was recorded');
});

async function storedFiles(): Promise<string[]> {
  const keys: string[] = [];
  for await (const page of deps.files.list('attachments')) keys.push(...page);
  return keys.sort();
}
