import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createViews } from '../../src/web/views.ts';
import { views } from './gallery.ts';

const guest = { actor: { kind: 'guest' }, signedIn: false, path: '/' };
const citizen = {
  actor: { kind: 'citizen', name: 'Jan <Novák>' },
  signedIn: true,
  path: '/moje',
  csrfToken: () => 'známka',
};

const page = (view: object) => views.render('layouts/page.njk', { ...guest, ...view });

describe('the title of a page', () => {
  const titleOf = (html: string) => /<title>(.*)<\/title>/.exec(html)?.[1];

  it.each([
    [{}, 'Portál občana'],
    [{ title: 'Služby' }, 'Služby – Portál občana'],
    [{ title: 'Pes', titleContext: 'Přihlášení psa' }, 'Pes – Přihlášení psa – Portál občana'],
    [{ title: 'Pes', errors: [{ field: 'jmeno', message: 'Zadejte jméno' }] }, 'Chyba: Pes – Portál občana'],
    [{ title: 'Pes', errors: [] }, 'Pes – Portál občana'],
  ])('of %j is “%s”', (view, title) => {
    expect(titleOf(page(view))).toBe(title);
  });
});

describe('the layout of a page', () => {
  it('begins with a link to the main content', () => {
    expect(page({})).toMatch(/<body[^>]*>\s*<a href="#hlavni-obsah"[^]*<main[^>]*id="hlavni-obsah"/);
  });

  it('lets a guest sign in', () => {
    expect(page({})).toContain('href="/prihlaseni"');
    expect(page({})).not.toContain('/odhlaseni');
  });

  it('shows a citizen their name and a form to sign out', () => {
    const html = page(citizen);
    expect(html).toContain('Jan &lt;Novák&gt;');
    expect(html).toMatch(/<form action="\/odhlaseni" method="post"><input type="hidden" name="_csrf" value="známka">/);
    expect(html).not.toContain('href="/urad"');
  });

  it('shows an officer the way to the workspace', () => {
    expect(page({ ...citizen, isOfficer: true })).toContain('href="/urad"');
  });

  it('says in every page that a demo is a demo', () => {
    expect(page({ demo: true })).toContain('Ukázka');
    expect(views.render('layouts/workspace.njk', { ...citizen, demo: true })).toContain('Ukázka');
    expect(page({})).not.toContain('Ukázka');
  });

  it('shows a notice once and errors with links', () => {
    const html = page({ takeNotice: () => 'Uloženo.', errors: [{ field: 'jmeno', message: 'Zadejte jméno' }] });
    expect(html).toContain('Uloženo.');
    expect(html).toContain('<a href="#jmeno">Zadejte jméno</a>');
  });

  it('names the office, its phone and data box', () => {
    expect(page({})).toMatch(/Československé armády 408[^]*tel:\+420495707111[^]*bebb2in/);
  });

  it('keeps administration from those who are no administrators', () => {
    expect(views.render('layouts/workspace.njk', { ...citizen, administers: ['readLogs'] })).toContain(
      'href="/sprava"',
    );
    expect(views.render('layouts/workspace.njk', { ...citizen, administers: [] })).not.toContain('href="/sprava"');
  });
});

describe('filters', () => {
  const shown = (source: string, view: object) => own({ 'page.njk': source }).render('page.njk', view);

  it.each([
    ['{{ day | date }}', { day: '2026-12-04' }, '4.\u00a0prosince 2026'],
    ["{{ day | date('numeric') }}", { day: Temporal.PlainDate.from('2026-12-04') }, '4.\u00a012.\u00a02026'],
    ["{{ day | date('weekday') }}", { day: '2026-12-04' }, 'pátek 4.\u00a0prosince 2026'],
    ['{{ at | dateTime }}', { at: new Date('2026-11-22T22:59:30Z') }, '22.\u00a0listopadu 2026 v\u00a023:59'],
    [
      "{{ at | dateTime('seconds') }}",
      { at: Temporal.Instant.from('2026-11-22T22:59:30Z') },
      '22.\u00a0listopadu 2026 v\u00a023:59:30',
    ],
    ['{{ at | isoTime }}', { at: new Date('2026-11-22T22:59:30Z') }, '2026-11-22T22:59:30Z'],
    ['{{ 1250 | money }}', {}, '1\u00a0250\u00a0Kč'],
    ['{{ 12.5 | money }}', {}, '12,50\u00a0Kč'],
    ['{{ 12500 | number }}', {}, '12\u00a0500'],
    ['{{ 2400000 | fileSize }}', {}, '2,4\u00a0MB'],
    ['{{ 120 | fileSize }}', {}, '1\u00a0kB'],
    ['{% for p in text | paragraphs %}[{{ p }}]{% endfor %}', { text: 'a\n\nb\nc' }, '[a][b\nc]'],
  ])('%s', (source, view, text) => {
    expect(shown(source, view)).toBe(text);
  });

  it('escape what they are given', () => {
    expect(shown('{{ text }}', { text: '<script>' })).toBe('&lt;script&gt;');
  });
});

describe('the address of an asset', () => {
  it('changes with its content', () => {
    const addressOf = (content: string) =>
      own({ 'page.njk': "{{ asset('a.css') }}", 'a.css': content }).render('page.njk', {});
    expect(addressOf('a{}')).toMatch(/^\/assets\/a\.css\?v=[0-9a-f]{10}$/);
    expect(addressOf('a{}')).toBe(addressOf('a{}'));
    expect(addressOf('a{}')).not.toBe(addressOf('b{}'));
  });

  it('that does not exist is a mistake', () => {
    expect(() => own({ 'page.njk': "{{ asset('no.css') }}" }).render('page.njk', {})).toThrow('no.css');
  });
});

/** Views of a folder with just these files. */
function own(files: Record<string, string>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'views-'));
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return createViews({ viewsDir: folder, publicDir: folder, t: key => key });
}

describe('an e-mail address', () => {
  const shown = (text: string) =>
    views.render('components/facts/template.njk', {
      params: { items: [{ label: 'Kdo', value: 'Úřad', lines: [{ text, href: 'mailto:' }] }] },
    });

  it.each([
    ['marie.dvorakova@hradeckralove.example', 'marie.<wbr>dvorakova@<wbr>hradeckralove.<wbr>example'],
    ['+420 495 707 111', '+420 495 707 111'],
    ['Napište na a@b.cz.', 'Napište na a@b.cz.'],
    ['<b>@x.cz', '&lt;b&gt;@x.cz'],
    ['"a&b"@x.cz', '&quot;a&amp;b&quot;@x.cz'],
  ])('„%s“ breaks where it is read in pieces, and nothing else does', (text, html) => {
    expect(shown(text)).toContain(`>${html}</a>`);
  });
});
