import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { galleryPage, publicDir, views } from './gallery.ts';

/** Fonts are compressed as they are. */
const weigh = (file: string) => {
  const content = readFileSync(path.join(publicDir, file));
  return file.endsWith('.woff2') ? content.length : gzipSync(content).length;
};

it('the first view is under 60 kB, with room left for what a page says', () => {
  const html = views.render('layouts/page.njk', { title: 'Úvod', path: '/' });
  const files = ['css/portal.css', 'js/portal.js', 'icons/portal.svg', 'icons/favicon.svg', 'images/skyline.svg'];
  const fonts = ['400', '700', 'czech-400', 'czech-700'].map(name => `fonts/roboto-${name}.woff2`);
  const total = [...files, ...fonts].map(weigh).reduce((sum, weight) => sum + weight, gzipSync(html).length);
  expect(total).toBeLessThan(45_000);
});

it('scripts are under 6 kB, and the page can be read without them', () => {
  expect(weigh('js/portal.js') + weigh('js/upload.js')).toBeLessThan(6000);
  expect(galleryPage().match(/<script/g)).toHaveLength(2);
});
