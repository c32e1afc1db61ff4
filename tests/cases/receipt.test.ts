import { createHash } from 'node:crypto';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { trackingCode } from '../../src/cases/commands.ts';
import { startPortal } from '../support/app.ts';
import { attachPdf, createCase, createCitizen, createDraft, fileDraft } from '../support/factories.ts';

const portal = await startPortal();
const { deps, db } = portal;
const owner = await createCitizen(deps);

async function receipt() {
  portal.setNow('2026-11-22T13:03:27.500Z');
  const filed = await createCase(deps, { owner });
  const { contentHash } = await db.submission.findUniqueOrThrow({ where: { caseId: filed.id } });
  const visitor = await portal.visitor(owner);
  const path = `/pripady/${filed.reference}/potvrzeni`;
  return { ...filed, visitor, path, hash: Buffer.from(contentHash).toString('hex') };
}

describe('the receipt', () => {
  test('has the reference, the exact time, the secret code and what happens next', async () => {
    const { id, reference, visitor, path } = await receipt();
    const page = await visitor.get(path);
    expect(page.$('h1').text()).toBe('Podání jsme přijali');
    expect(page.$('.receipt .receipt__reference').text()).toBe(reference);
    expect(page.text).toContain('Přijato 22. listopadu 2026 v 14:03:27');
    expect(page.text).toContain(trackingCode(deps.vault, id));
    expect(page.text).toContain('Vyřídíme ho nejpozději do 22. prosince 2026');
    expect(page.$(`a[href="${path}.pdf"]`).length).toBe(1);
  });

  test('shows what was filed, with the prints by which anybody can tell that it has not changed', async () => {
    portal.setNow('2026-05-04T08:00:00Z');
    const draft = await createDraft(deps, { agenda: 'zabor-verejneho-prostranstvi', owner });
    const attachment = await attachPdf(deps, { draftId: draft.id, slot: 'sitePlan' });
    const filed = await fileDraft(deps, draft, owner);
    const { sha256 } = await db.attachment.findUniqueOrThrow({ where: { id: attachment } });
    const { contentHash } = await db.submission.findUniqueOrThrow({ where: { caseId: filed.id } });
    const page = await (await portal.visitor(owner)).get(`/pripady/${filed.reference}/potvrzeni`);
    for (const print of [sha256, contentHash]) expect(page.text).toContain(Buffer.from(print).toString('hex'));
    expect(page.text).toContain('Karla IV. 430/4');
    expect(page.$(`a[href="/prilohy/${attachment}"]`).text()).toBe('plánek.pdf');
  });

  test('as a PDF is a download, not kept by caches', async () => {
    const { visitor, path, reference } = await receipt();
    const { headers } = await visitor.agent.get(`${path}.pdf`);
    expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
    expect(headers['content-disposition']).toContain(`potvrzeni-${reference}.pdf`);
  });

  test('as a PDF is the same to the byte every time, and carries exactly what was hashed', async () => {
    const { visitor, path, hash } = await receipt();
    const [first, second] = [await visitor.agent.get(`${path}.pdf`), await visitor.agent.get(`${path}.pdf`)];
    const bytes = first.body as Buffer;
    expect(bytes.equals(second.body as Buffer)).toBe(true);
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    const content = (await pdf.getAttachmentContent('podani.json')) ?? new Uint8Array();
    expect(createHash('sha256').update(content).digest('hex')).toBe(hash);
  });
});

describe('anybody with a receipt can verify it', () => {
  test('the right hash is confirmed with the time of filing, and spaces in it do not matter', async () => {
    const { reference, hash } = await receipt();
    const fields = { reference, hash: hash.match(/.{8}/g)?.join(' ') };
    const page = await (await portal.visitor()).submit('/overeni', { fields });
    expect(page.status).toBe(200);
    expect(page.text).toContain(`Podání ${reference} jsme přijali 22. listopadu 2026 v 14:03:27`);
  });

  test.each([
    ['a hash of another filing', async () => (await receipt()).hash, 'Otisk k této značce nepatří.'],
    ['something that is no hash', () => 'abc', 'Zadejte celý otisk'],
  ])('%s is not', async (_what, wrong, message) => {
    const { reference } = await receipt();
    const page = await (await portal.visitor()).submit('/overeni', { fields: { reference, hash: await wrong() } });
    expect(page.status).toBe(400);
    expect(page.text).toContain(message);
  });
});
