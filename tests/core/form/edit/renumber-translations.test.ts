import { describe, expect, it } from 'vitest';
import { renumbered } from '../../../../src/core/form/edit/renumber-translations.ts';

describe('translations of a list', () => {
  const en = { title: 'T', 'law.0.text': 'a', 'law.1.text': 'b', 'lawful.0': 'c', 'fee.rows.0.label': 'd' };

  it.each([
    ['stays', [0, 1], en],
    ['comes in another order', [1, 0], { ...en, 'law.0.text': 'b', 'law.1.text': 'a' }],
    ['gains one that is new', [2, 0, 1], { ...en, 'law.0.text': undefined, 'law.1.text': 'a', 'law.2.text': 'b' }],
    ['loses one', [1], { ...en, 'law.0.text': 'b', 'law.1.text': undefined }],
    ['loses all', [], { ...en, 'law.0.text': undefined, 'law.1.text': undefined }],
  ])('that %s follow it, and no others', (_how, places, after) => {
    expect(renumbered({ en, uk: en }, 'law', places)).toEqual({ en: after, uk: after });
  });

  it('without a text after the number follow it', () => {
    expect(renumbered({ uk: { 'prepare.0': 'a' } }, 'prepare', [1, 0])).toEqual({ uk: { 'prepare.1': 'a' } });
  });
});
