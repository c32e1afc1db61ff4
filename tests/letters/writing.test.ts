import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { beforeEach, describe, expect, test } from 'vitest';
import { askApproval, issueLetter, takeOverCase, trackingCode, writeLetter } from '../../src/cases/commands.ts';
import { samples } from '../attachments/samples.ts';
import { startPortal } from '../support/app.ts';
import {
  type CaseRecord,
  createCase,
  createCitizen,
  createOfficer,
  createSketch,
  exampleEntries,
  type OfficerAccount,
} from '../support/factories.ts';
import type { Page, Visitor } from '../support/visitor.ts';

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

/** What the page holds when somebody chooses that template there. */
async function chosen(page: Page, title: string, typed: Record<string, string> = {}): Promise<Page> {
  const option = page.$('#vzor option').filter((_index, element) => page.$(element).text() === title);
  return visitor.submit(page, { form, fields: { ...typed, vzor: option.attr('value') ?? '-', krok: 'vzor' } });
}

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

  test('begins with one for all agendas, once for each outcome it speaks of', async () => {
    const page = await visitor.get(`${desk}/dopisy/novy`);
    const begun = await chosen(page, 'Rozhodnutí: zamítnuto');
    expect(begun.$('[name=druh]:checked').val()).toBe('decision');
    const text = String(begun.$('#text').val());
    expect(text).toContain('Žádost **se zamítá**');
    expect(text).not.toContain('se vyhovuje');
    expect(text).toContain('[doplňte: odůvodnění]');
    expect(text).toMatch(/, žadatel \p{Lu}/u);
    expect(text).not.toContain('{{');
  });

  test('a template chosen late comes behind what was typed, and instead of another that nobody touched', async () => {
    const page = await visitor.get(`${desk}/dopisy/novy`);
    const refused = await chosen(page, 'Rozhodnutí: zamítnuto');
    const granted = await chosen(refused, 'Rozhodnutí: vyhověno');
    expect(granted.$('#text').val()).not.toContain('se zamítá');
    const template = String(granted.$('#text').val());
    expect(template).toContain('se vyhovuje');
    const own = { nazev: 'Rozhodnutí o úlevě', text: 'Vážená paní,\r\nděkujeme.' };
    const late = await chosen(granted, 'Rozhodnutí: zamítnuto', own);
    expect(late.$('#nazev').val()).toBe(own.nazev);
    expect(late.$('#text').val()).toBe(`Vážená paní,\nděkujeme.\n\n${String(refused.$('#text').val())}`);
    const none = await chosen(late, 'Prázdný dopis');
    expect(none.$('#text').val()).toBe(late.$('#text').val());
    expect((await chosen(granted, 'Prázdný dopis')).$('#text').val()).toBe('');
    expect(await db.caseLetter.count({ where: { caseId: found.id } })).toBe(0);
  });

  test('what is wrong with a letter leaves the choice of templates', async () => {
    const page = await visitor.submit(`${desk}/dopisy/novy`, { form, fields: { ...fields, nazev: '' } });
    expect((await chosen(page, 'Rozhodnutí: vyhověno')).$('#text').val()).toContain(fields.text);
  });

  test('a template that has gone begins nothing', async () => {
    const page = await visitor.get(`${desk}/dopisy/novy?sablona=${found.id}.refused`);
    expect(page.status).toBe(200);
    expect(page.$('#text').val()).toBe('');
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
    const back = await signedInAgain(refused, clerk);
    expect(back.path).toBe(address);
    expect(back.$('#text').val()).toBe('Nedopsané.');
    expect(back.text).toContain('Našli jsme, co jste psali');
    expect((await visitor.submit(back, { form })).text).toContain('Dopis je uložený.');
    expect((await visitor.get(address)).text).not.toContain('Našli jsme, co jste psali');
  });

  test('is for its officer alone when somebody else signs in', async () => {
    const address = await written();
    const page = await visitor.get(address);
    await db.session.deleteMany({});
    const refused = await visitor.submit(page, { form, fields: { ...fields, text: 'Nedopsané.' } });
    const colleague = await createOfficer(deps, { department: 'rozpoctu-a-financi' });
    expect((await signedInAgain(refused, colleague)).text).not.toContain('Nedopsané.');
  });
});

/** Signs in where the portal led to. */
async function signedInAgain(page: Page, { email, password }: OfficerAccount): Promise<Page> {
  return visitor.submit(page, { form: 'form[action^="/prihlaseni"]', fields: { email, password } });
}

describe('approving', () => {
  test('is on the list of the head, who gives it back with a reason or approves', async () => {
    const address = await written();
    await visitor.submit(address, { form, fields: { krok: 'schvaleni' } });
    const boss = await portal.visitor(head);
    expect((await boss.get('/urad')).$('a[href="/urad/schvalovani"] .side-nav__count').text()).toBe('1');
    expect((await visitor.get('/urad')).$('a[href="/urad/schvalovani"]').length).toBe(0);
    expect((await boss.get('/urad/schvalovani')).$(`a[href="${address}"]`).length).toBe(1);
    expect((await visitor.get('/urad/schvalovani')).$(`a[href="${address}"]`).length).toBe(0);
    const blank = await boss.submit(address, { form: 'form[action$="/vraceni"]' });
    expect(blank.status).toBe(400);
    await boss.submit(address, { form: 'form[action$="/vraceni"]', fields: { duvod: 'Chybí poučení.' } });
    expect((await visitor.get(address)).text).toContain('Chybí poučení.');
    await visitor.submit(address, { form, fields: { krok: 'schvaleni' } });
    await boss.submit(address, { form: 'form[action$="/souhlas"]' });
    expect((await visitor.get(address)).text).toContain('Schválený');
    const issued = await visitor.submit(address, { form: 'form[action$="/vydani"]' });
    expect(issued.text).toMatch(/(Dopis je vydaný|Rozhodnutí je vydané)/);
  });

  test('begins with what has waited longest, whenever it was begun, and goes on by pages', async () => {
    const actor = clerk.actor;
    const at = (minute: number) => deps.now().add({ minutes: minute });
    const begun = async (title: string) => {
      const letter = await writeLetter(deps, {
        caseId: found.id,
        kind: 'letter',
        title,
        text: 'A.',
        actor,
        now: at(0),
      });
      return letter.ok ? letter.id : '';
    };
    const asked = async (letterId: string, minute: number) => {
      const command = { caseId: found.id, letterId, expectedVersion: 1, actor, now: at(minute) };
      expect(await askApproval(deps, command)).toEqual({ ok: true });
    };
    const [first, second] = [await begun('první'), await begun('druhý')];
    await asked(second, 1);
    await asked(first, 2);
    for (let i = 0; i < 26; i += 1) await asked(await begun(`současný ${i}`), 3);
    const boss = await portal.visitor(head);
    const titles = ({ $ }: Page) =>
      $('.related a')
        .toArray()
        .map(link => $(link).text());
    const page = await boss.get('/urad/schvalovani');
    const next = await boss.get(page.$('.pagination a').attr('href') ?? '');
    const all = [...titles(page), ...titles(next)];
    const here = all.filter(title => title === 'první' || title === 'druhý');
    expect(here).toEqual(['druhý', 'první']);
    expect(all.filter(title => title.startsWith('současný'))).toEqual(
      Array.from({ length: 26 }, (_, i) => `současný ${i}`),
    );
    expect((await boss.get('/urad/schvalovani?po=99999999999999.x')).status).toBe(200);
  });

  test('why it is given back waits for the head when the session is over', async () => {
    const address = await written();
    await visitor.submit(address, { form, fields: { krok: 'schvaleni' } });
    const boss = await portal.visitor(head);
    const page = await boss.get(address);
    await db.session.deleteMany({});
    const refused = await boss.submit(page, { form: 'form[action$="/vraceni"]', fields: { duvod: 'Chybí poučení.' } });
    const { email, password } = head;
    const back = await boss.submit(refused, { form: 'form[action^="/prihlaseni"]', fields: { email, password } });
    expect(back.path).toBe(address);
    expect(back.$('#duvod').val()).toBe('Chybí poučení.');
    await boss.submit(back, { form: 'form[action$="/vraceni"]' });
    expect((await db.caseLetter.findFirstOrThrow({ where: { caseId: found.id } })).state).toBe('draft');
  });

  test('is demanded by an agenda before the office decides', async () => {
    const { slug } = await createSketch(deps, definition => ({ ...definition, decision: { approval: true } }));
    await db.agendaVersion.updateMany({
      where: { agenda: { slug } },
      data: { status: 'published', publishedAt: new Date('2026-05-01') },
    });
    const entries = await exampleEntries('zabor-verejneho-prostranstvi');
    const { id: caseId, reference } = await createCase(deps, { owner, agenda: slug, entries });
    const [writer, boss] = [
      await createOfficer(deps, { department: 'dopravy' }),
      await createOfficer(deps, { department: 'dopravy', roles: ['head'] }),
    ];
    await takeOverCase(deps, { caseId, expectedVersion: 1, actor: writer.actor, now: deps.now() });
    const [clerks, heads] = [await portal.visitor(writer), await portal.visitor(boss)];
    const decide = () =>
      clerks.submit(`/urad/pripady/${reference}`, {
        form: 'main form[action$="/rozhodnuti"]',
        fields: { vysledek: 'granted', oduvodneni: 'Splnili jste podmínky.' },
      });
    const refused = await decide();
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Nejdřív napište rozhodnutí a\u00a0nechte ho schválit'.replaceAll('\u00a0', ' '));
    expect(refused.$('#oduvodneni').val()).toBe('Splnili jste podmínky.');

    const page = await clerks.submit(`/urad/pripady/${reference}/dopisy/novy`, { form, fields });
    expect(page.$('button[value=vydani]').length).toBe(0);
    await clerks.submit(page, { form, fields: { krok: 'schvaleni' } });
    expect((await decide()).status).toBe(409);
    await heads.submit(page.path, { form: 'form[action$="/souhlas"]' });
    expect((await decide()).text).toContain('Vyhověno');
  });
});

describe('sending on', () => {
  test('takes along what was just typed', async () => {
    const address = await written();
    const page = await visitor.submit(address, { form, fields: { text: 'Poslední znění.', krok: 'vydani' } });
    expect(page.text).toMatch(/(Dopis je vydaný|Rozhodnutí je vydané)/);
    expect(page.$('#nahled').text()).toContain('Poslední znění.');
    expect(page.text).toContain('zaznamenejte v něm výsledek krokem Rozhodnout');
  });

  test('leads back to the list the case was opened from', async () => {
    const from = '?z=pohled%3Dmoje';
    const page = await visitor.submit(`${desk}/dopisy/novy${from}`, { form, fields });
    expect(page.path).toContain(`/dopisy/`);
    expect(page.path.endsWith(from)).toBe(true);
    const saved = await visitor.submit(page, { form, fields: { druh: 'letter' } });
    expect(saved.$(`a[href="${desk}${from}"]`).length).toBeGreaterThan(0);
    const links = (await visitor.get(`${desk}${from}`)).$('#dopisy a').toArray();
    expect(links.every(link => saved.$(link).attr('href')?.endsWith(from))).toBe(true);
    const issued = await visitor.submit(saved, { form, fields: { krok: 'vydani' } });
    expect(issued.text).toContain('Dopis je vydaný.');
  });

  test.each(['vydani', 'schvaleni'])('of a letter with something left to add is refused, and kept (%s)', async krok => {
    const address = await written();
    const text = 'Zamítá se. [doplňte: odůvodnění] [doplňte: den]';
    const page = await visitor.submit(address, { form, fields: { text, krok } });
    expect(page.status).toBe(409);
    expect(page.text).toContain('V dopise ještě zbývá doplnit: „odůvodnění“, „den“.');
    expect(page.$('#text').val()).toBe(text);
    expect((await db.caseLetter.findFirstOrThrow({ where: { caseId: found.id } })).state).toBe('draft');
  });

  test.each(['toString', '__proto__', 'nic'])('by a button there is not only saves (%s)', async krok => {
    const page = await visitor.submit(await written(), { form, fields: { krok } });
    expect(page.text).toContain('Dopis je uložený.');
  });
});

describe('a signed PDF', () => {
  const file = (content: Buffer, filename = 'rozhodnuti.pdf') => ({ field: 'file', content, filename });
  const attach = 'form[action$="/soubor"]';
  const files = async () => db.attachment.findMany({ where: { caseId: found.id, letterId: { not: null } } });

  test('goes out instead of what is written, and nothing has to be added to the text', async () => {
    const address = await written();
    await visitor.submit(address, { form, fields: { text: '[doplňte: vše]' } });
    await visitor.submit(address, { form: attach, file: file(samples.pdf) });
    const page = await visitor.submit(address, { form, fields: { krok: 'vydani' } });
    expect(page.text).toMatch(/(Dopis je vydaný|Rozhodnutí je vydané)/);
    expect(page.text).toContain(createHash('sha256').update(samples.pdf).digest('hex'));
    const [stored] = await files();
    const applicant = await portal.visitor(owner);
    const sent = await applicant.agent.get(`/prilohy/${stored?.id ?? ''}`).buffer();
    expect(Buffer.from(sent.body as Buffer).equals(samples.pdf)).toBe(true);
  });

  test('takes the place of the one before, of which nothing stays', async () => {
    const address = await written();
    await visitor.submit(address, { form: attach, file: file(samples.pdf) });
    const [before] = await files();
    await visitor.submit(address, { form: attach, file: file(Buffer.concat([samples.pdf, Buffer.from('\n')])) });
    const after = await files();
    expect(after).toHaveLength(1);
    expect(after[0]?.id).not.toBe(before?.id);
    await expect(buffer(await deps.files.read(before?.storageKey ?? ''))).rejects.toThrow('ENOENT');
  });

  test.each([
    ['nothing', undefined],
    ['a picture', file(samples.jpg, 'podpis.pdf')],
    ['nothing but a name', file(Buffer.alloc(0))],
  ])('that is %s is refused with a reason', async (_what, upload) => {
    const address = await written();
    const page = await visitor.submit(address, { form: attach, ...(upload ? { file: upload } : {}) });
    expect(page.status).toBe(400);
    expect(page.$('#file-error').text().trim()).not.toBe('');
    expect(await files()).toEqual([]);
  });

  test('is for whoever writes the letter alone', async () => {
    const address = await written();
    const stranger = await portal.visitor(await createOfficer(deps, { department: 'dopravy' }));
    const values: [string, string][] = [
      ['_csrf', await stranger.token('/urad')],
      ['verze', '1'],
    ];
    expect((await stranger.upload(`${address}/soubor`, values, file(samples.pdf))).status).toBe(404);
    expect(await files()).toEqual([]);
  });
});

describe('what was issued', () => {
  test('the applicant finds among the documents with its hash, what is being written not', async () => {
    const address = await written();
    const applicant = await portal.visitor(owner);
    expect((await applicant.get(`/pripady/${found.reference}`)).text).not.toContain(fields.nazev);
    await visitor.submit(address, { form, fields: { krok: 'vydani' } });
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
