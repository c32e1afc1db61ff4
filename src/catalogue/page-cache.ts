import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';

/** A page that reads the same for every guest, ready to be sent. */
interface KeptPage {
  html: Buffer;
  gzipped: Buffer;
  etag: string;
}

export interface PageCache {
  /**
   * Sends a page. `address` names everything it depends on besides the directory; pages without one (a search of
   * anybody's words) are made every time, and so are pages for people who are signed in or have something to be told.
   */
  send(req: Request, res: Response, page: Page): void;
}

interface Page {
  /** What the page is made from; another object is another state of the world, and everything kept is forgotten. */
  source: object;
  address: string | undefined;
  template: string;
  view: () => object;
}

/** More addresses than there are pages; a guard, not a tuning. */
const maxPages = 1000;

export function createPageCache(): PageCache {
  let source: object | undefined;
  let pages = new Map<string, KeptPage>();
  return {
    send(req, res, page) {
      const { address, template } = page;
      const isShared = req.actor.kind === 'guest' && req.session.notice === undefined;
      if (!isShared || address === undefined) {
        res.render(template, page.view());
        return;
      }
      if (source !== page.source) {
        source = page.source;
        pages = new Map();
      }
      const known = pages.get(address);
      if (known) {
        sendKept(req, res, known);
        return;
      }
      const form = watchForms(res);
      res.render(template, page.view(), (error: unknown, html?: string) => {
        if (html === undefined) {
          req.next?.(error);
          return;
        }
        const made = keep(html);
        if (!form.isThere && pages.size < maxPages) pages.set(address, made);
        sendKept(req, res, made);
      });
    },
  };
}

/** A form carries a token of its own for every browser, so a page with one must not be shared. */
function watchForms(res: Response): { isThere: boolean } {
  const form = { isThere: false };
  const token = res.locals.csrfToken as () => string;
  res.locals.csrfToken = () => {
    form.isThere = true;
    return token();
  };
  return form;
}

function keep(text: string): KeptPage {
  const html = Buffer.from(text);
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 20)}"`;
  return { html, gzipped: gzipSync(html, { level: 9 }), etag };
}

function sendKept(req: Request, res: Response, { html, gzipped, etag }: KeptPage): void {
  const isGzip = req.headers['accept-encoding']?.includes('gzip') ?? false;
  const body = isGzip ? gzipped : html;
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.setHeader('Vary', 'Accept-Encoding, Cookie');
  // Always asked for anew: after signing in, the same address shows another page.
  res.setHeader('Cache-Control', 'no-cache');
  res.setHeader('ETag', etag);
  if (req.fresh) {
    res.status(304).end();
    return;
  }
  if (isGzip) res.setHeader('Content-Encoding', 'gzip');
  res.setHeader('Content-Length', body.length);
  res.end(req.method === 'HEAD' ? undefined : body);
}
