import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/catalogue/search.ts';

const offer = [
  {
    title: 'Ohlášení psa k\u00a0místnímu poplatku',
    summary: 'Přihlaste psa do evidence a\u00a0k\u00a0místnímu poplatku ze psů.',
    keywords: ['pes', 'štěně', 'psí známka', 'poplatek ze psů', 'čip'],
    situations: ['Zvířata', 'Poplatky'],
  },
  {
    title: 'Odhlášení psa',
    summary: 'Když pes uhynul, ztratil se nebo má nového pána.',
    keywords: ['pes', 'úhyn psa', 'zrušení poplatku'],
    situations: ['Zvířata', 'Poplatky'],
  },
  {
    title: 'Parkovací karta pro obyvatele',
    summary: 'Oprávnění parkovat v\u00a0zóně, kde bydlíte.',
    keywords: ['parkování', 'rezidentní karta', 'auto', 'modrá zóna'],
    situations: ['Doprava a parkování'],
  },
  {
    title: 'Žádost o\u00a0povolení kácení dřevin',
    summary: 'Povolení pokácet strom na vlastním pozemku.',
    keywords: ['strom', 'kácení', 'kmen'],
    situations: ['Bydlení a pozemky'],
  },
  {
    title: 'Žádost o\u00a0informace',
    summary: 'Zeptejte se úřadu na cokoli, co dělá.',
    keywords: ['106', 'svobodný přístup k\u00a0informacím'],
    situations: ['Informace a úřední záležitosti'],
  },
];

const search = createSearch(offer);
const titles = (query: string): string[] => search.find(query).map(item => item.title.replaceAll('\u00a0', ' '));

describe('search finds first what was meant', () => {
  it.each([
    ['pes', 'Ohlášení psa k místnímu poplatku'],
    ['PES', 'Ohlášení psa k místnímu poplatku'],
    ['odhlasit psa', 'Odhlášení psa'],
    ['přihlásit psa', 'Ohlášení psa k místnímu poplatku'],
    ['chci prihlasit psa', 'Ohlášení psa k místnímu poplatku'],
    ['stene', 'Ohlášení psa k místnímu poplatku'],
    ['psí známka', 'Ohlášení psa k místnímu poplatku'],
    ['uhyn', 'Odhlášení psa'],
    ['parkovani', 'Parkovací karta pro obyvatele'],
    ['parkovat', 'Parkovací karta pro obyvatele'],
    ['pakrovani', 'Parkovací karta pro obyvatele'],
    ['parkovní', 'Parkovací karta pro obyvatele'],
    ['park', 'Parkovací karta pro obyvatele'],
    ['rezidentni', 'Parkovací karta pro obyvatele'],
    ['pokácet strom', 'Žádost o povolení kácení dřevin'],
    ['kaceni stromu', 'Žádost o povolení kácení dřevin'],
    ['stromy', 'Žádost o povolení kácení dřevin'],
    ['drevyna', 'Žádost o povolení kácení dřevin'],
    ['informce', 'Žádost o informace'],
    ['106/1999', 'Žádost o informace'],
    ['zvirata', 'Ohlášení psa k místnímu poplatku'],
  ])('%j finds %j', (query, expected) => {
    expect(titles(query)[0]).toBe(expected);
  });

  it('finds nothing for what the office does not offer', () => {
    expect(titles('kryptoměna')).toEqual([]);
    expect(titles('xyz')).toEqual([]);
  });

  it('passes over words that nothing answers', () => {
    expect(titles('svého pejska parkování')).toEqual(['Parkovací karta pro obyvatele']);
  });

  it('wants all the words when something answers all of them', () => {
    expect(titles('poplatek pes čip')).toEqual(['Ohlášení psa k místnímu poplatku']);
  });

  it.each(['', '   ', '?!', '…'])('offers everything for a query without words: %j', query => {
    expect(search.find(query)).toEqual(offer);
  });

  it('survives whatever is typed', () => {
    for (const query of ['\0', '%', '\\', "'; drop table", 'a'.repeat(5000), '💥', 'o '.repeat(300)]) {
      expect(Array.isArray(search.find(query))).toBe(true);
    }
  });

  it('does not mistake one short word for another', () => {
    expect(titles('les')).toEqual([]);
  });
});
