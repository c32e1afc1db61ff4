import multer from 'multer';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { renderComponent } from './gallery.ts';
import { serve } from './serve.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
/** What the server has been sent. */
let posts = 0;
let seen = false;
let files: { name: string; size: number }[] = [];

beforeAll(async () => {
  server = await serve(app => {
    app.get('/errors', (_req, res) => void res.send(errorsPage()));
    app.get(
      '/form',
      (_req, res) => void res.send(page('<form method="post" action="/form"><button>Podat</button></form>')),
    );
    app.post('/form', () => void (posts += 1));
    app.get('/seen', () => void (seen = true));
    app.get('/files', (_req, res) => void res.send(filesPage()));
    app.post('/files', multer().single('file'), (req, res) => {
      if (!req.file) return;
      if (req.file.originalname.endsWith('.zip')) {
        res.status(400).send(filesPage('Soubor není PDF.'));
        return;
      }
      files.push({ name: req.file.originalname, size: req.file.size });
      res.redirect(303, '/files');
    });
    app.post('/stopped', (_req, res) => void res.status(429).send('<p data-reason>Zkuste to za 5 minut.</p>'));
    app.post('/broken', (_req, res) => void res.status(500).send('<p>500</p>'));
  });
  browser = await launchBrowser();
});

beforeEach(() => {
  posts = 0;
  files = [];
});

afterAll(async () => {
  await browser.close();
  server.close();
});

const visit = async (path: string, { javaScript = true } = {}) => {
  const context = await browser.newContext({ javaScriptEnabled: javaScript });
  const opened = await context.newPage();
  await opened.goto(server.address + path);
  return opened;
};

describe('a page with mistakes', () => {
  it('takes the person to the list of them', async () => {
    const opened = await visit('errors');
    expect(await opened.evaluate('document.activeElement.className')).toBe('govuk-error-summary');
  });

  it('leads from the list to the first box of a date', async () => {
    const opened = await visit('errors');
    await opened.getByRole('link', { name: 'Doplňte den' }).click();
    expect(await opened.evaluate('document.activeElement.id')).toBe('narozen-day');
  });
});

describe('a form sent twice at once', () => {
  it('reaches the server once', async () => {
    const opened = await visit('form');
    // Whatever the second press sends is long at the server when the page asks for something else.
    await opened.evaluate(`
      const press = () => document.querySelector('button').click();
      setTimeout(press);
      setTimeout(press, 300);
      setTimeout(() => fetch('/seen'), 700);`);
    await expect.poll(() => seen).toBe(true);
    expect(posts).toBe(1);
  });
});

describe('a chosen file', () => {
  const pdf = { name: 'doklad.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(2_400_000) };

  it('is sent at once and shown without loading the page anew', async () => {
    const opened = await visit('files');
    await opened.evaluate('window.stayed = true');
    await opened.getByLabel('Vyberte soubor').setInputFiles(pdf);
    await opened.getByText('Soubor je nahraný.').waitFor();
    expect(files).toEqual([{ name: 'doklad.pdf', size: 2_400_000 }]);
    expect(await opened.getByRole('listitem').filter({ hasText: 'doklad.pdf' }).innerText()).toContain('2,4\u00a0MB');
    expect(await opened.evaluate('window.stayed')).toBe(true);
  });

  it('that is refused says why: once to whoever sees it, and to screen readers', async () => {
    const opened = await visit('files');
    await opened.getByLabel('Vyberte soubor').setInputFiles({ ...pdf, name: 'doklad.zip' });
    const announced = opened.getByRole('status').filter({ hasText: 'Soubor není PDF.' });
    await announced.waitFor();
    expect(await announced.getAttribute('class')).toContain('govuk-visually-hidden');
    expect(await opened.locator('#cip-error').innerText()).toContain('Soubor není PDF.');
  });

  it('that cannot be sent leaves the form as it was', async () => {
    const opened = await visit('files');
    await opened.evaluate("document.querySelector('form[enctype]').action = '/broken'");
    await opened.getByLabel('Vyberte soubor').setInputFiles(pdf);
    await opened.getByText('Soubor se nepodařilo nahrát.').waitFor();
    expect(await opened.getByLabel('Vyberte soubor').isVisible()).toBe(true);
  });

  it('that comes after too many others says when to try again', async () => {
    const opened = await visit('files');
    await opened.evaluate("document.querySelector('form[enctype]').action = '/stopped'");
    await opened.getByLabel('Vyberte soubor').setInputFiles(pdf);
    const reason = opened.getByRole('status').filter({ hasText: 'Zkuste to za 5 minut.' });
    await reason.waitFor();
    expect(await reason.getAttribute('class')).not.toContain('govuk-visually-hidden');
  });

  it('can be sent without JavaScript', async () => {
    const opened = await visit('files', { javaScript: false });
    await opened.getByLabel('Vyberte soubor').setInputFiles(pdf);
    await opened.getByRole('button', { name: 'Nahrát' }).click();
    expect(await opened.getByRole('listitem').filter({ hasText: 'doklad.pdf' }).innerText()).toContain('2,4\u00a0MB');
  });
});

function page(body: string): string {
  const scripts =
    '<script type="module" src="/assets/js/portal.js"></script><script type="module" src="/assets/js/upload.js"></script>';
  return `<!doctype html><html lang="cs"><head><title>Zkouška</title>${scripts}</head><body>${body}</body></html>`;
}

function errorsPage(): string {
  const date = renderComponent('field-date', { id: 'narozen', name: 'narozen', label: 'Kdy?', error: 'Doplňte den' });
  return page(renderComponent('error-summary', { errors: [{ field: 'narozen', message: 'Doplňte den' }] }) + date);
}

function filesPage(error?: string): string {
  return page(
    renderComponent('file-upload', { id: 'cip', label: 'Doklad', action: '/files', csrfToken: 'x', files, error }),
  );
}
