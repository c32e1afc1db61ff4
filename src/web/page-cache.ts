import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';

/**
 * Pages that read the same for every guest, made once and kept ready to be sent. They are the most visited ones, so
 * they are answered before anything is found out about the visitor.
 */
export interface PageCache {
  /** Early in the pipeline: answers a visitor without a session from what is kept. */
  serve: RequestHandler;
  /** Sends a page, and keeps it when it is one for every guest. */
  send(req: Request, res: Response, page: Page): void;
  /** From now on pages are made from this; everything made from something else is forgotten. */
  renew: (source: object) => void;
}

interface Page {
  /** The state of the world the page is made from. */
  source: object;
  /** The address as our links write it; none for pages not worth keeping, such as a search of anybody's words. */
  address: string | undefined;
  template: string;
  view: () => object;
}

interface KeptPage {
  html: Buffer;
  gzipped: Buffer;
  etag: string;
}

/** More addresses than there are pages; a guard, not a tuning. */
const maxPages = 1000;

export function createPageCache({ sessionCookie }: { sessionCookie: string }): PageCache {
  let source: object | undefined;
  let pages = new Map<string, KeptPage>();
  return {
    serve: (req, res, next) => {
      const isRead = req.method === 'GET' || req.method === 'HEAD';
      const hasSession = req.headers.cookie?.includes(`${sessionCookie}=`) ?? false;
      const kept = isRead && !hasSession ? pages.get(req.url) : undefined;
      if (kept) sendKept(req, res, kept);
      else next();
    },
    send(req, res, { source: madeFrom, address, template, view }) {
      const isShared = req.actor.kind === 'guest' && req.session.notice === undefined && madeFrom === source;
      if (!isShared || address === undefined) {
        res.render(template, view());
        return;
      }
      const known = pages.get(address);
      if (known) {
        sendKept(req, res, known);
        return;
      }
      const form = watchForms(res);
      res.render(template, view(), (error: unknown, html?: string) => {
        if (html === undefined) {
          req.next?.(error);
          return;
        }
        const made = keep(html);
        if (!form.isThere && pages.size < maxPages) pages.set(address, made);
        sendKept(req, res, made);
      });
    },
    renew: next => {
      source = next;
      pages = new Map();
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
