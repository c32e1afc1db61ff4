import fc from 'fast-check';
import { expect, test } from 'vitest';
import { queryWords } from '../../src/core/search/query-words.ts';
import { referenceWords } from '../../src/core/search/reference-words.ts';
import { typoForms, wordsOf } from '../../src/core/search/words.ts';

test.each([
  ['Žluťoučký kůň', ['zlutoucky', 'kun']],
  ['U lípy 5, Hradec-Králové', ['lipy', 'hradec', 'kralove']],
  ['pes Pes PES', ['pes']],
  ['+420 602 123 456', ['420', '602', '123', '456']],
  ['', []],
])('the words of "%s"', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test.each(['hk26', 'hk2600123', 'hk2600123k', '2600123', '00123', '123'])('a reference is found by %s', typed => {
  expect(referenceWords('HK26-00123-K')).toContain(typed);
});

test.each([
  ['HK26-00123-K', ['hk2600123k']],
  ['hk26-00123', ['hk2600123']],
  ['26–00123', ['2600123']],
  ['Novák 00123', ['novak', '00123']],
  ['a', []],
])('"%s" looks for %j', (text, words) => {
  expect(queryWords(text).map(({ word }) => word)).toEqual(words);
});

test('a word with one letter wrong shares a form with the right one', () => {
  const letter = fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz'));
  const word = fc.array(letter, { minLength: 5, maxLength: 12 });
  fc.assert(
    fc.property(
      word,
      fc.nat(),
      letter,
      fc.constantFrom('drop', 'add', 'replace', 'swap'),
      (letters, place, other, how) => {
        const at = place % (letters.length - 1);
        const [here = '', next = ''] = letters.slice(at, at + 2);
        const wrong = {
          drop: letters.toSpliced(at, 1),
          add: letters.toSpliced(at, 0, other),
          replace: letters.toSpliced(at, 1, other),
          swap: letters.toSpliced(at, 2, next, here),
        }[how].join('');
        const forms = new Set(typoForms(letters.join('')));
        expect(typoForms(wrong).some(form => forms.has(form))).toBe(true);
      },
    ),
  );
});

test('short words and numbers have to be exact', () => {
  expect(typoForms('pes')).toEqual([]);
  expect(typoForms('500341')).toEqual([]);
});

test('whatever is typed, at most eight words are looked for, each of two letters or more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), text => {
      const words = queryWords(text);
      expect(words.length).toBeLessThanOrEqual(8);
      for (const { word } of words) expect(word.length).toBeGreaterThan(1);
    }),
  );
});
