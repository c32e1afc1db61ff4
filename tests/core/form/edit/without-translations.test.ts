import { describe, expect, it } from 'vitest';
import { withoutOrphanTranslations } from '../../../../src/core/form/edit/without-translations.ts';
import { aSketch } from './sketch.ts';

describe('translations of what an agenda does not say', () => {
  it('are gone, in every language, and no others', () => {
    const known = { title: 'Animals', 'fields.dogName.label': 'Name' };
    const sketch = aSketch({
      translations: { en: { ...known, 'fields.dogName.hint': 'x' }, uk: { 'attachments.gone.label': 'x' } },
    });
    expect(withoutOrphanTranslations(sketch)).toEqual({ ...sketch, translations: { en: known, uk: {} } });
  });

  it('are not looked for where there are none', () => {
    const sketch = aSketch();
    expect(withoutOrphanTranslations(sketch)).toBe(sketch);
  });
});
