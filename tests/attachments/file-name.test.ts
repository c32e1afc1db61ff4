import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../src/attachments/file-name.ts';
import { contentDisposition } from '../../src/attachments/send.ts';

describe('the name of a file is kept, but made safe', () => {
  it.each([
    ['Čestné prohlášení.pdf', 'Čestné prohlášení.pdf'],
    ['smlouva.PDF', 'smlouva.pdf'],
    ['smlouva', 'smlouva.pdf'],
    ['smlouva.docx', 'smlouva.docx.pdf'],
    ['faktura.pdf.exe', 'faktura.pdf.exe.pdf'],
    ['C:\\Users\\Jana\\Plocha\\psík.pdf', 'psík.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
    ['nul\0byte.pdf', 'nulbyte.pdf'],
    ['fdp\u202Eexe.pdf', 'fdpexe.pdf'],
    ['neviditelná\u200Bmezera.pdf', 'neviditelnámezera.pdf'],
    ['otázka?<b>"x"|*.pdf', 'otázka b x.pdf'],
    ['  mezery   tu  .pdf', 'mezery tu.pdf'],
    ['c\u030Carka.pdf', 'čarka.pdf'],
    ['půl znaku \uD83D.pdf', 'půl znaku.pdf'],
    ['....pdf', 'soubor.pdf'],
    ['.pdf', 'soubor.pdf'],
    ['', 'soubor.pdf'],
    ['///', 'soubor.pdf'],
    [`${'ž'.repeat(300)}.pdf`, `${'ž'.repeat(100)}.pdf`],
  ])('%j becomes %j', (given, expected) => {
    expect(safeFileName(given, 'pdf')).toBe(expected);
  });

  it('both endings of a photo are right', () => {
    expect(safeFileName('pes.JPEG', 'jpg')).toBe('pes.jpeg');
    expect(safeFileName('pes.jpg', 'jpg')).toBe('pes.jpg');
  });
});

describe('a download carries its Czech name', () => {
  it.each([
    [
      'Čestné prohlášení.pdf',
      `attachment; filename="Cestne prohlaseni.pdf"; filename*=UTF-8''%C4%8Cestn%C3%A9%20prohl%C3%A1%C5%A1en%C3%AD.pdf`,
    ],
    ["50% (1)'.pdf", `attachment; filename="50_ (1)'.pdf"; filename*=UTF-8''50%25%20%281%29%27.pdf`],
    ['a"b\\c.pdf', `attachment; filename="a_b_c.pdf"; filename*=UTF-8''a%22b%5Cc.pdf`],
    ['😀.pdf', `attachment; filename="__.pdf"; filename*=UTF-8''%F0%9F%98%80.pdf`],
  ])('%j', (name, header) => {
    expect(contentDisposition(name)).toBe(header);
  });
});
