import { createHash } from 'node:crypto';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { proofView } from '../../src/authorisation/proof-view.ts';
import { type Receipt, receiptPdf } from '../../src/documents/receipt.ts';

const text = '{"format":1}';
const hash = createHash('sha256').update(text).digest('hex');
const receipt: Receipt = {
  reference: 'HK26-00123-K',
  filedAt: Temporal.Instant.from('2026-11-22T13:03:27.500Z'),
  title: 'Ohlášení psa',
  agenda: { version: 3 },
  department: 'Odbor rozpočtu a financí',
  applicant: { name: 'Žofie Ďurišová', email: 'zofie@example.cz', phone: '+420 777 123 456' },
  steps: [{ title: 'Pes', answers: [{ label: 'Jméno psa', lines: ['Příliš žluťoučký kůň', 'úpěl ďábelské ódy'] }] }],
  attachments: [{ label: 'Plánek', name: 'plánek.pdf', size: 2_400_000, sha256: 'ab'.repeat(32) }],
  trackingCode: 'AB12-CD34-EF56',
  text,
  hash,
  confirmUntil: null,
  proof: null,
  portalUrl: 'https://portal.example.cz',
};

async function read(changes: Partial<Receipt> = {}) {
  const bytes = await receiptPdf({ ...receipt, ...changes });
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_page, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      return items.map(item => ('str' in item ? item.str : '')).join(' ');
    }),
  );
  return { bytes, pdf, pages, words: pages.join(' ').replaceAll(/\s+/g, ' ') };
}

describe('the receipt as a PDF', () => {
  test.each([
    ['the reference', 'HK26-00123-K'],
    ['the exact time with its zone', '22. listopadu 2026 v 14:03:27 (SEČ, UTC+1)'],
    ['the office', 'Magistrát města Hradec Králové'],
    ['the agenda and its version', 'Ohlášení psa (verze 3)'],
    ['the department', 'Odbor rozpočtu a financí'],
    ['who filed it', 'Žofie Ďurišová zofie@example.cz +420 777 123 456'],
    ['the questions', 'Jméno psa'],
    ['the answers, in Czech letters', 'Příliš žluťoučký kůň úpěl ďábelské ódy'],
    ['the attachments', 'plánek.pdf (2,4 MB) SHA-256: abababab'],
    ['the secret code', 'AB12-CD34-EF56'],
    ['the hash of the content', hash.slice(0, 8)],
    ['that there is no seal on it', 'Potvrzení není opatřeno elektronickou pečetí.'],
  ])('says %s', async (_what, words) => {
    expect((await read()).words).toContain(words);
  });

  test('says summer time in summer', async () => {
    const { words } = await read({ filedAt: Temporal.Instant.from('2026-07-01T21:59:59Z') });
    expect(words).toContain('1. července 2026 v 23:59:59 (SELČ, UTC+2)');
  });

  test('is tagged, in Czech, with a title, and says that it is fit for archiving', async () => {
    const { pdf, bytes } = await read();
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Language: 'cs-CZ', Title: 'Potvrzení o\u00a0přijetí podání HK26-00123-K' });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect(bytes.toString('latin1')).toContain('<pdfaid:part>3</pdfaid:part>');
    const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
    for (const role of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody']) expect(tree).toContain(`"${role}"`);
  });

  test('is the same to the byte every time, whenever it is made', async () => {
    expect((await read()).bytes.equals((await read()).bytes)).toBe(true);
  });

  test('carries the content for software', async () => {
    const { pdf } = await read();
    expect(Buffer.from((await pdf.getAttachmentContent('podani.json')) ?? []).toString()).toBe(text);
  });

  test('divides a long answer between pages and numbers them', async () => {
    const lines = Array.from({ length: 200 }, (_line, i) => `řádek ${i}`);
    const { pages, words } = await read({ steps: [{ title: 'Popis', answers: [{ label: 'Popis', lines }] }] });
    expect(pages.length).toBeGreaterThan(2);
    expect(words).toContain('řádek 199');
    expect(pages.at(-1)).toContain(`${pages.length} / ${pages.length}`);
  });

  test('holds a word without end to its last letter', async () => {
    const answers = [{ label: 'Popis', lines: ['ž'.repeat(20_000)] }];
    const { words } = await read({ steps: [{ title: 'Popis', answers }] });
    expect(words.match(/ž/g)?.length).toBeGreaterThanOrEqual(20_000);
  });

  const rowsOf = (count: number, columns: string[]) =>
    Array.from({ length: count }, (_row, i) => ({
      title: `Položka ${i + 1}`,
      answers: columns.map(label => ({ label, lines: [`${label} ${i + 1}`] })),
    }));

  test('shows rows of a list as a table with its head on every page', async () => {
    const rows = rowsOf(200, ['Za co', 'Kolik']);
    const answers = [{ label: 'Rozpočet', lines: [], rows }];
    const { pdf, pages, words } = await read({ steps: [{ title: 'Peníze', answers }] });
    expect(words).toContain('Položka 200');
    const withRows = pages.filter(text => text.includes('Položka'));
    expect(withRows.length).toBeGreaterThan(2);
    for (const text of withRows) expect(text).toMatch(/Za co\s+Kolik/);
    const tree = JSON.stringify(await (await pdf.getPage(2)).getStructTree());
    for (const role of ['Table', 'TR', 'TH', 'TD']) expect(tree).toContain(`"${role}"`);
  });

  test('shows rows with too many columns one under another', async () => {
    const rows = rowsOf(2, ['Druh', 'Obvod', 'Výška', 'Stav', 'Parcela', 'Důvod']);
    const { words } = await read({ steps: [{ title: 'Stromy', answers: [{ label: 'Stromy', lines: [], rows }] }] });
    expect(words).toContain('Parcela: Parcela 2');
  });

  test('says until when it has to be confirmed, while it has to be', async () => {
    const { words } = await read({ confirmUntil: Temporal.PlainDate.from('2026-11-27') });
    expect(words.replaceAll('\u00a0', ' ')).toContain('Aby podání platilo, potvrďte do 27. listopadu 2026, že je vaše');
    expect((await read()).words).not.toContain('Aby podání platilo');
  });

  test('says how it was confirmed', async () => {
    const at = Temporal.Instant.from('2026-11-22T13:03:27Z').toString();
    const sha256 = 'c'.repeat(64);
    const proof = proofView({
      ...{ method: 'mailCode', level: 'substantial', name: 'Žofie Ďurišová', at, sha256 },
      ...{ accountId: '', signInId: '' },
    });
    const words = (await read({ proof })).words.replaceAll('\u00a0', ' ');
    expect(words).toContain('Žofie Ďurišová');
    expect(words).toContain('Kódem z e-mailu');
    expect(words).toContain('22. listopadu 2026 v');
    expect(words).toContain('cccccccc cccccccc');
  });

  test('says what it costs and what to bring', async () => {
    const fee = { crowns: 450, lines: [{ label: 'Základ', crowns: 450 }] };
    const { words } = await read({ fee, bring: ['občanský průkaz'] });
    expect(words.replaceAll('\u00a0', ' ')).toContain('450 Kč Základ: 450 Kč');
    expect(words).toContain('občanský průkaz');
  });
});
