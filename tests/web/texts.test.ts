import { globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTexts } from '../../src/web/texts.ts';

const localesDir = path.join(import.meta.dirname, '../../locales');

describe('texts', () => {
  const t = createTexts({ localesDir, strict: true });

  it('finds a text by file and key', () => {
    expect(t('common:portal')).toBe('Portál občana');
  });

  it('says the same each time it is asked', () => {
    expect(t('components:back')).toBe(t('components:back'));
  });

  it.each([
    [1, 'Na stránce je potřeba něco opravit'],
    [2, 'Na stránce je potřeba opravit 2\u00a0věci'],
    [5, 'Na stránce je potřeba opravit 5\u00a0věcí'],
  ])('counts in Czech: %i', (count, text) => {
    expect(t('components:errorSummary', { count })).toBe(text);
  });

  it('leaves escaping to the views', () => {
    expect(t('components:reason', { reason: '<b>' })).toContain('<b>');
  });

  it('refuses a missing key while the portal is being written', () => {
    expect(() => t('common:nothing')).toThrow('common:nothing');
    expect(() => t('nothing:nothing', { count: 1 })).toThrow('nothing:nothing');
  });

  it('shows the key and lives on in operation', () => {
    expect(createTexts({ localesDir, strict: false })('common:nothing')).toBe('nothing');
  });

  it('takes a new file of texts without being told', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'texts-'));
    mkdirSync(path.join(folder, 'cs'));
    writeFileSync(path.join(folder, 'cs/fishing.json'), '{ "licence": { "title": "Rybářský lístek" } }');
    expect(createTexts({ localesDir: folder, strict: true })('fishing:licence.title')).toBe('Rybářský lístek');
  });
});

describe('the views', () => {
  const root = path.join(import.meta.dirname, '../..');
  const t = createTexts({ localesDir, strict: true });

  it.each(globSync('views/**/*.njk', { cwd: root }))('%s says nothing that is not written', view => {
    const named = readFileSync(path.join(root, view), 'utf8').matchAll(/\bt\('(\w+:[\w.]+)'(?=[,)])/g);
    // A count chooses among the plural forms of a key, and does no harm where there are none.
    for (const [, key = ''] of named) expect(() => t(key, { count: 2 })).not.toThrow();
  });
});
