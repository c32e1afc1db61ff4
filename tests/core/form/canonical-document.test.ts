import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { documentSize, documentText } from '../../../src/core/form/canonical-document.ts';

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

  it('has the keys of everything in the order of the schema, and those it does not know behind them', () => {
    const field = { unit: 'm²', zzz: 1, max: 5, label: 'Plocha', aaa: 2, id: 'area', type: 'number' };
    const step = { fields: [field], title: 'Pes', id: 'dog' };
    const text = documentText({ clock: { provision: '§', unit: 'working', days: 3 }, steps: [step], format: 1 });
    expect(text.replaceAll(/\s+/g, ' ')).toBe(
      '{ "format": 1, "steps": [ { "id": "dog", "title": "Pes", "fields": [ ' +
        '{ "type": "number", "id": "area", "label": "Plocha", "max": 5, "unit": "m²", "aaa": 2, "zzz": 1 } ] } ], ' +
        '"clock": { "days": 3, "unit": "working", "provision": "§" } } ',
    );
  });

  it('of an archive has every agenda as it is by itself', () => {
    const agendas = readdirSync(folder).map((file): unknown => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')));
    const alone = agendas.map(agenda => documentText(agenda).trimEnd().replaceAll('\n', '\n    '));
    expect(documentText({ agendas, format: 1 })).toBe(
      `{\n  "format": 1,\n  "agendas": [\n    ${alone.join(',\n    ')}\n  ]\n}\n`,
    );
  });

  it('has the bytes that are measured beforehand', () => {
    const keys = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.jsonValue())), document => {
        expect(documentSize(document)).toBe(Buffer.byteLength(documentText(document)));
      }),
    );
  });

  it('takes any JSON, and its text is its own text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), document => {
        const text = documentText(document);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(document)));
        expect(documentText(JSON.parse(text))).toBe(text);
      }),
    );
  });
});
