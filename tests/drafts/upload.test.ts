import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { startPortal } from '../support/app.ts';
import type { Page, Visitor } from '../support/visitor.ts';
import { samples } from '../attachments/samples.ts';
import { storedFiles } from './stored-files.ts';
import { alerts, begin, draftId, draftOf } from './walk.ts';

const portal = await startPortal();

interface Place {
  visitor: Visitor;
  draft: string;
  id: string;
}

async function atAttachments(): Promise<Place> {
  const visitor = await portal.visitor();
  const first = await begin(visitor, 'zadost-o-informace');
  return { visitor, draft: draftOf(first), id: draftId(first) };
}

type Sent = { content?: Buffer; filename?: string; contentType?: string };

async function upload({ visitor, draft }: Place, { content = samples.pdf, filename = 'dopis.pdf', contentType }: Sent) {
  const file = { field: 'file', content, filename, ...(contentType !== undefined && { contentType }) };
  return visitor.submit(`${draft}/prilohy`, { form: '#annex-slot form[enctype]', file });
}

const attachments = ({ id }: Place) => portal.db.attachment.findMany({ where: { draftId: id } });

const names = (page: Page) =>
  page
    .$('.file-upload__name a')
    .toArray()
    .map(link => page.$(link).text());

describe('uploading', () => {
  it('stores the file, sealed, and shows it', async () => {
    const place = await atAttachments();
    const before = await storedFiles(portal.deps);
    const page = await upload(place, { filename: 'Čestné prohlášení.pdf' });
    expect(page.status).toBe(200);
    expect(page.path).toBe(`${place.draft}/prilohy`);
    expect(names(page)).toEqual(['Čestné prohlášení.pdf']);
    expect(alerts(page)).toContain('Soubor je nahraný.');
    expect(alerts(page)).not.toContain('prohlášení');

    const [added = ''] = (await storedFiles(portal.deps)).filter(file => !before.includes(file));
    expect((await readFile(added)).includes('%PDF')).toBe(false);
    const [row] = await attachments(place);
    expect(row).toMatchObject({ slot: 'annex', format: 'pdf', size: samples.pdf.length });
    expect(Buffer.from(row?.name ?? []).includes('prohl')).toBe(false);
  });

  it.each(['pdf', 'jpg', 'png', 'docx', 'odt'] as const)('takes %s for what it is', async format => {
    const place = await atAttachments();
    await upload(place, { content: samples[format], filename: `soubor.${format}` });
    expect(await attachments(place)).toMatchObject([{ format }]);
  });

  it('believes the content, not the name or the declared type', async () => {
    const place = await atAttachments();
    const page = await upload(place, { content: samples.png, filename: 'fotka.pdf', contentType: 'text/html' });
    expect(names(page)).toEqual(['fotka.pdf.png']);
  });

  it('of the same file again adds nothing', async () => {
    const place = await atAttachments();
    await upload(place, {});
    const stored = await storedFiles(portal.deps);
    const page = await upload(place, { filename: 'tentýž pod jiným jménem.pdf' });
    expect(page.status).toBe(200);
    expect(names(page)).toEqual(['dopis.pdf']);
    expect(await storedFiles(portal.deps)).toEqual(stored);
  });

  it('stops at the number of files the agenda allows', async () => {
    const place = await atAttachments();
    for (const [index, content] of [samples.pdf, samples.jpg, samples.png].entries()) {
      await upload(place, { content, filename: `${index}` });
    }
    const page = await place.visitor.get(`${place.draft}/prilohy`);
    expect(page.$('#annex-slot form[enctype]').length).toBe(0);
    const stored = await storedFiles(portal.deps);
    const token = page.$('input[name=_csrf]').val() as string;
    const file = { field: 'file', content: samples.docx, filename: 'navíc.docx' };
    const refused = await place.visitor.upload(`${place.draft}/prilohy/annex`, [['_csrf', token]], file);
    expect(refused.status).toBe(400);
    expect(alerts(refused)).toContain('nejvýš jich může být 3');
    expect(await storedFiles(portal.deps)).toEqual(stored);
  });

  it('makes a summary shown before it invalid', async () => {
    const place = await atAttachments();
    const before = await portal.db.draft.findUniqueOrThrow({ where: { id: place.id } });
    await upload(place, {});
    const after = await portal.db.draft.findUniqueOrThrow({ where: { id: place.id } });
    expect(after.version).toBe(before.version + 1);
  });
});

describe('a file that cannot be taken is refused with what to do, and nothing of it stays', () => {
  const big = Buffer.concat([samples.pdf, Buffer.alloc(10 * 1024 * 1024)]);
  it.each<[string, Sent, string]>([
    ['an empty file', { content: Buffer.alloc(0) }, 'prázdný'],
    ['a file too big', { content: big }, 'větší než 10 MB'],
    ['a program named as a document', { content: samples.exe, filename: 'faktura.pdf' }, 'Nahrajte PDF'],
    ['a web page', { content: samples.html, filename: 'stranka.pdf' }, 'Nahrajte PDF'],
    ['a plain text', { content: samples.text, filename: 'dopis.txt' }, 'Nahrajte PDF'],
    ['an archive', { content: samples.zip, filename: 'vse.docx' }, 'Nahrajte PDF'],
    ['a document this slot does not take', { content: samples.xlsx, filename: 'tabulka.xlsx' }, 'Nahrajte PDF'],
  ])('%s', async (_what, sent, message) => {
    const place = await atAttachments();
    const stored = await storedFiles(portal.deps);
    const page = await upload(place, sent);
    expect(page.status).toBe(400);
    expect(alerts(page).replaceAll('\u00a0', ' ')).toContain(message);
    expect(page.$('.govuk-error-summary a').attr('href')).toBe('#annex');
    expect(page.$('#annex').is('input[type=file]')).toBe(true);
    expect(await storedFiles(portal.deps)).toEqual(stored);
    expect(await attachments(place)).toEqual([]);
  });

  it('no file chosen', async () => {
    const place = await atAttachments();
    const page = await place.visitor.submit(`${place.draft}/prilohy`, { form: '#annex-slot form[enctype]' });
    expect(page.status).toBe(400);
    expect(alerts(page)).toContain('Vyberte soubor');
  });
});

describe('removing', () => {
  it('takes the file away for good', async () => {
    const place = await atAttachments();
    const stored = await storedFiles(portal.deps);
    const page = await upload(place, {});
    const after = await place.visitor.submit(page, { form: 'form[action$="/smazat"]' });
    expect(after.path).toBe(`${place.draft}/prilohy`);
    expect(names(after)).toEqual([]);
    expect(await storedFiles(portal.deps)).toEqual(stored);
  });

  it('twice is once', async () => {
    const place = await atAttachments();
    const page = await upload(place, {});
    await place.visitor.submit(page, { form: 'form[action$="/smazat"]' });
    const again = await place.visitor.submit(page, { form: 'form[action$="/smazat"]' });
    expect(again.status).toBe(200);
  });

  it('of a file of another draft removes nothing', async () => {
    const [place, other] = [await atAttachments(), await atAttachments()];
    await upload(other, {});
    const [foreign] = await attachments(other);
    const token = await place.visitor.token();
    await place.visitor.post(`${place.draft}/prilohy/${foreign?.id ?? ''}/smazat`, { _csrf: token });
    expect(await attachments(other)).toHaveLength(1);
  });
});

describe('downloading', () => {
  it('gives the very bytes, as a file that no browser runs', async () => {
    const place = await atAttachments();
    const content = Buffer.concat([samples.pdf, Buffer.alloc(300_000, 'obsah')]);
    const page = await upload(place, { content, filename: 'Čestné prohlášení.pdf' });
    const href = page.$('.file-upload__name a').attr('href') ?? '';
    const response = await place.visitor.agent.get(href).responseType('blob');
    expect(response.status).toBe(200);
    expect(Buffer.compare(response.body as Buffer, content)).toBe(0);
    expect(response.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="Cestne prohlaseni.pdf"; filename*=UTF-8''%C4%8Cestn%C3%A9%20prohl%C3%A1%C5%A1en%C3%AD.pdf`,
    });
  });

  it('of a file under another draft is not found', async () => {
    const [place, other] = [await atAttachments(), await atAttachments()];
    await upload(other, {});
    const [foreign] = await attachments(other);
    const page = await place.visitor.get(`${place.draft}/prilohy/${foreign?.id ?? ''}/soubor`);
    expect(page.status).toBe(404);
  });

  it('of a file that was damaged on the disk is an error, not a damaged file', async () => {
    const place = await atAttachments();
    const page = await upload(place, {});
    const [row] = await attachments(place);
    const other = await upload(await atAttachments(), { content: samples.jpg });
    expect(other.status).toBe(200);
    await portal.deps.files.remove(row?.storageKey ?? '');
    const href = page.$('.file-upload__name a').attr('href') ?? '';
    expect((await place.visitor.get(href)).status).toBe(500);
  });
});
