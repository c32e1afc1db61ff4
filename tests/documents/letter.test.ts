import { getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { letterBlocks } from '../../src/core/letters/markdown.ts';
import { letterPdf } from '../../src/documents/letter.ts';

/** A letter of the office as a PDF. */

const text = [
  '# Výrok',
  'Žádosti **se vyhovuje** *zčásti*.\nPodle §\u00a050.',
  '3. první důvod\n4. druhý důvod\n   - s **podrobností**\n   - a další',
  'Mgr. Jan Novák',
].join('\n\n');

async function read(written: string) {
  const bytes = await letterPdf({
    reference: 'HK26-00123-K',
    department: { name: 'Odbor dopravy', phone: '495\u00a0707\u00a0111', email: 'doprava@example.cz' },
    officer: 'Marie Dvořáková',
    at: Temporal.Instant.from('2026-11-22T13:03:27Z'),
    addressee: 'Žofie Ďurišová',
    title: 'Rozhodnutí o záboru',
    text: written,
    blocks: letterBlocks(written),
  });
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const page = await pdf.getPage(1);
  const { items } = await page.getTextContent();
  const words = items.map(item => ('str' in item ? item.str : '')).join(' ');
  return { pdf, page, words: words.replaceAll(/\s+/g, ' ') };
}

test('says whose it is, to whom and of what, and its text in order', async () => {
  const { words } = await read(text);
  let from = 0;
  for (const part of [
    ...['HK26-00123-K', 'Odbor dopravy', '495 707 111', 'Marie Dvořáková', '22. listopadu 2026', 'Žofie Ďurišová'],
    ...[
      'Rozhodnutí o záboru',
      'Výrok',
      'Žádosti',
      'se vyhovuje',
      'zčásti',
      '.',
      'Podle § 50.',
      '3.',
      'první důvod',
      '4.',
    ],
    ...['druhý důvod', '•', 's', 'podrobností', '•', 'a další', 'Mgr. Jan Novák'],
  ]) {
    const at = words.indexOf(part, from);
    expect(at, `${part} in ${words.slice(from)}`).toBeGreaterThanOrEqual(from);
    from = at + part.length;
  }
});

test('has lists in lists among its tags, and looks of words among its fonts', async () => {
  const { page, pdf } = await read(text);
  const roles = JSON.stringify(await page.getStructTree());
  expect(roles).toMatch(/"role":"L","children":\[\{"role":"LI".*"role":"LBody".*"role":"L"/);
  expect((await pdf.getMarkInfo())?.Marked).toBe(true);
  await page.getOperatorList();
  const { items } = await page.getTextContent();
  const fontOf = (word: string) => items.find(item => 'str' in item && item.str.startsWith(word));
  const names = ['se vyhovuje', 'zčásti', 'Podle'].map(word => {
    const item = fontOf(word);
    return item && 'fontName' in item ? (page.commonObjs.get(item.fontName) as { name: string }).name : '';
  });
  expect(names.map(name => name.replace(/^[A-Z]+\+/, ''))).toEqual(['Roboto-Bold', 'Roboto-Italic', 'Roboto-Regular']);
});

test('goes on over as many pages as it needs', async () => {
  const { pdf } = await read(Array.from({ length: 120 }, (_, index) => `${index}\\. odstavec`).join('\n\n'));
  expect(pdf.numPages).toBeGreaterThan(3);
});

test('of nothing is a page', async () => {
  expect((await read('- ')).pdf.numPages).toBe(1);
});
