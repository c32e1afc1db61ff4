import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import express, { type RequestHandler } from 'express';

const compressible = new Set(['.css', '.js', '.svg']);

/**
 * The browser's files. Their address carries a version (see `asset`), so a browser asks for each once. Text is sent
 * compressed, and compressed once.
 */
export function publicFiles(folder: string): RequestHandler[] {
  return [compressed(folder), express.static(folder, { index: false, immutable: true, maxAge: '1y' })];
}

type Encoding = 'br' | 'gzip';

function compressed(folder: string): RequestHandler {
  const known = new Map<string, Promise<Buffer>>();
  const files = new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => compressible.has(path.extname(file)))
      .map(file => `/${file.split(path.sep).join('/')}`),
  );
  return async (req, res, next) => {
    const encoding = req.acceptsEncodings(['br', 'gzip', 'identity']);
    if (req.method !== 'GET' || !files.has(req.path) || (encoding !== 'br' && encoding !== 'gzip')) {
      next();
      return;
    }
    const key = `${encoding} ${req.path}`;
    const content = known.get(key) ?? compress(readFileSync(path.join(folder, req.path)), encoding);
    known.set(key, content);
    res
      .type(path.extname(req.path))
      .set({
        'Content-Encoding': encoding,
        Vary: 'Accept-Encoding',
        'Cache-Control': 'public, max-age=31536000, immutable',
      })
      .end(await content);
  };
}

function compress(content: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return promisify(gzip)(content, { level: 9 });
  return promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}
