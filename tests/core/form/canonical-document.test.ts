import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { documentText } from '../../../src/core/form/canonical-document.ts';

const folder = 'prisma/seed/agendas';

describe('the text of an agenda document', () => {
  it.each(readdirSync(folder))('of %s says what the document says, and is its own text', file => {
    const document: unknown = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
    const text = documentText(document);
    expect(JSON.parse(text)).toEqual(document);
    expect(documentText(JSON.parse(text))).toBe(text);
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), document => {
        const turned = Object.fromEntries(Object.entries(document).reverse());
        expect(documentText(turned)).toBe(documentText(document));
      }),
    );
  });

  it('begins with what a thing is', () => {
    const text = documentText({ steps: [{ fields: [], title: 'Pes', id: 'dog' }], slug: 'pes', format: 1 });
    expect(text.replaceAll(/\s+/g, ' ')).toBe(
      '{ "format": 1, "slug": "pes", "steps": [ { "id": "dog", "title": "Pes", "fields": [] } ] } ',
    );
  });
});
