import { describe, expect, test } from 'vitest';
import { letterBlocks } from '../../../src/core/letters/markdown.ts';

/** What the office types as what it is on paper. */

const paragraph = (text: string) => ({ kind: 'paragraph', runs: [{ text }] });

describe('the text of a letter', () => {
  test('has headings, paragraphs, and bold and italic words', () => {
    expect(letterBlocks('# Výrok\nVyhovujeme **zcela** a *hned*.\n\nDál')).toEqual([
      { kind: 'heading', runs: [{ text: 'Výrok' }] },
      {
        kind: 'paragraph',
        runs: [
          { text: 'Vyhovujeme ' },
          { text: 'zcela', isBold: true },
          { text: ' a ' },
          { text: 'hned', isItalic: true },
          { text: '.' },
        ],
      },
      paragraph('Dál'),
    ]);
  });

  test('has lists within lists, which begin where they were begun', () => {
    const list = (items: object[], numbered: { isNumbered: boolean; start: number }) => ({
      kind: 'list',
      ...numbered,
      items,
    });
    const points = { isNumbered: false, start: 1 };
    expect(letterBlocks('3. a\n4. b\n   - c\n\n- x\n\n  y')).toEqual([
      list(
        [
          { runs: [{ text: 'a' }], lists: [] },
          { runs: [{ text: 'b' }], lists: [list([{ runs: [{ text: 'c' }], lists: [] }], points)] },
        ],
        { isNumbered: true, start: 3 },
      ),
      list([{ runs: [{ text: 'x\ny' }], lists: [] }], points),
    ]);
  });

  test.each([
    ['lines of one paragraph', 'Jan Novák\nvedoucí odboru', 'Jan Novák\nvedoucí odboru'],
    ['markup', 'x <b>y</b> &amp; z', 'x <b>y</b> &amp; z'],
    ['a link', '[zde](http://a.cz) a http://b.cz', '[zde](http://a.cz) a http://b.cz'],
    ['a line to sign on', '______', '______'],
    ['a table', 'a | b\n--|--\n1 | 2', 'a | b\n--|--\n1 | 2'],
    ['what would be a definition', '[x]: http://a.cz', '[x]: http://a.cz'],
    ['an indented line', '    Kód', 'Kód'],
    ['a quotation', '> citace', 'citace'],
    ['struck words', 'a ~~b~~', 'a ~~b~~'],
    ['a mark that is none', '2 \\* 3', '2 * 3'],
  ])('keeps %s as words', (_what, typed, read) => {
    expect(letterBlocks(typed)).toEqual([paragraph(read)]);
  });

  test('is nothing when nothing is typed', () => {
    expect(letterBlocks(' \n\n ')).toEqual([]);
  });

  test('of marks alone is plain words, however deep they would nest', () => {
    for (const mark of ['> ', '1. ', '- + ', '>']) {
      const text = `${mark.repeat(5000)}x`;
      expect(letterBlocks(`První\n\n${text}`)).toEqual([paragraph('První'), paragraph(text)]);
    }
  });

  test.each(['*', '_a', '[', '[x](', '**a ', '- ', '`', '<a', '\\', '&#', '![', '# ', '*a* '])(
    'of nothing but %j is read to its end',
    part => {
      expect(letterBlocks(part.repeat(5000)).length).toBeLessThanOrEqual(1);
    },
  );
});
