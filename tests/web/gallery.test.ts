import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { launchBrowser } from '../support/browser.ts';
import { galleryPage } from './gallery.ts';
import { serve } from './serve.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const findings = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  server = await serve(app => app.get('/', (_req, res) => void res.send(galleryPage())));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

describe.each([
  ['a phone', { width: 360, height: 740 }],
  ['a desktop', { width: 1366, height: 768 }],
  ['a page enlarged four times', { width: 320, height: 256 }],
])('the gallery on %s', (_name, viewport) => {
  const open = async (): Promise<Page> => {
    const page = await browser.newPage({ viewport, locale: 'cs-CZ' });
    await page.goto(server.address);
    return page;
  };

  it('has no barrier that axe can find', async () => {
    const page = await open();
    await page.evaluate(axe);
    const { violations } = findings.parse(await page.evaluate('axe.run()'));
    await page.close();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`)).toEqual([]);
  });

  it('asks for nothing that is missing or that the security policy refuses', async () => {
    const page = await browser.newPage({ viewport });
    const complaints: string[] = [];
    page.on('console', message => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(server.address, { waitUntil: 'networkidle' });
    await page.close();
    expect(complaints).toEqual([]);
  });

  it('does not scroll sideways', async () => {
    const page = await open();
    const width = await page.evaluate('document.documentElement.scrollWidth');
    await page.close();
    expect(width).toBeLessThanOrEqual(viewport.width);
  });

  it('has no control too small for a finger', async () => {
    const page = await open();
    const small = await page.evaluate(controlsUnder44Pixels);
    await page.close();
    expect(small).toEqual([]);
  });
});

/** Links within sentences and the dense controls of the workspace are let be, as WCAG 2.5.8 lets them. */
const controlsUnder44Pixels = `
  [...document.querySelectorAll('main .button, main .govuk-input, main .govuk-select, main .choice, main summary, .site-header__link')]
    .filter(element => element.checkVisibility() && element.getBoundingClientRect().height < 43.9)
    .map(element => element.outerHTML.slice(0, 120))`;
