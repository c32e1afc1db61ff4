import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import express from 'express';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { publicFiles } from '../../src/web/public-files.ts';
import { securityHeaders } from '../../src/web/security-headers.ts';
import { launchBrowser } from '../support/browser.ts';
import { galleryPage, publicDir } from './gallery.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const findings = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  const app = express();
  app.use(securityHeaders({ secure: false }));
  app.use('/assets', publicFiles(publicDir));
  app.get('/', (_req, res) => void res.send(galleryPage()));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  address = `http://127.0.0.1:${bound.port}/`;
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
    await page.goto(address);
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
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.close();
    expect(complaints).toEqual([]);
  });

  it('does not scroll sideways', async () => {
    const page = await open();
    const width = await page.evaluate('document.documentElement.scrollWidth');
    await page.close();
    expect(width).toBeLessThanOrEqual(viewport.width);
  });
});
