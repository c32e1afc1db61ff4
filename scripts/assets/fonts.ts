import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import subsetFont from 'subset-font';

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCodePoint(32 + i)).join('');
/** What Czech texts, and Slovak or German names in them, are written with. */
const everyday = {
  latin: `${ascii}\u00a0§©«°±²³»×ÁÄÉËÍÓÔÖÚÜÝßáäéëíóôöúüý–—‘’‚“”„…•€`,
  'latin-ext': 'ČčĎďĚěĽľĹĺŇňŔŕŘřŠšŤťŮůŽž',
};
/** Downloaded only by a page that has such a letter: Polish or Ukrainian names. */
const rare = ['latin-ext', 'cyrillic'] as const;
const weights = [400, 700];

interface Face {
  weight: number;
  file: string;
  range: string;
}

/** Writes the fonts and returns the `@font-face` rules for them. A browser takes the last rule that has the letter. */
export async function buildFonts(root: string): Promise<string> {
  const source = path.join(root, 'node_modules/@fontsource/roboto');
  const target = path.join(root, 'public/fonts');
  await mkdir(target, { recursive: true });
  const ranges: unknown = JSON.parse(await readFile(path.join(source, 'unicode.json'), 'utf8'));
  const original = (part: string, weight: number) =>
    readFile(path.join(source, `files/roboto-${part}-${weight}-normal.woff2`));

  const faces: Face[] = [];
  for (const weight of weights) {
    for (const part of rare) {
      const file = `roboto-${part}-${weight}.woff2`;
      await writeFile(path.join(target, file), await original(part, weight));
      faces.push({ weight, file, range: rangeOf(ranges, part) });
    }
    for (const [part, letters] of Object.entries(everyday)) {
      const content = await subsetFont(await original(part, weight), letters, {
        targetFormat: 'woff2',
        noHinting: true,
        keepFeatures: ['kern', 'mark', 'mkmk', 'ccmp', 'locl'],
      });
      const file = part === 'latin' ? `roboto-${weight}.woff2` : `roboto-czech-${weight}.woff2`;
      await writeFile(path.join(target, file), content);
      faces.push({ weight, file, range: codePoints(letters) });
    }
  }
  return faces.map(rule).join('\n');
}

function rule({ weight, file, range }: Face): string {
  return `@font-face { font-family: Roboto; font-weight: ${weight}; font-display: swap;
    src: url('/assets/fonts/${file}') format('woff2'); unicode-range: ${range}; }`;
}

/** `U+20-7E,U+A0,…` */
function codePoints(letters: string): string {
  const codes = [...new Set(letters)].map(letter => letter.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const runs: { from: number; to: number }[] = [];
  for (const code of codes) {
    const last = runs.at(-1);
    if (last?.to === code - 1) last.to = code;
    else runs.push({ from: code, to: code });
  }
  const hex = (code: number) => code.toString(16).toUpperCase();
  return runs.map(({ from, to }) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',');
}

function rangeOf(ranges: unknown, part: string): string {
  if (typeof ranges === 'object' && ranges !== null) {
    const range: unknown = Object.entries(ranges).find(([name]) => name === part)?.[1];
    if (typeof range === 'string') return range;
  }
  throw new Error(`@fontsource/roboto has no letters "${part}"`);
}
