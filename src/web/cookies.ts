import cookieParser from 'cookie-parser';
import type { RequestHandler } from 'express';

/**
 * `req.cookies`, each a text. The parser also takes a value that begins with `j:` for JSON and makes an object of it,
 * which nobody after it expects; the portal writes no such cookie.
 */
export function cookies(): RequestHandler[] {
  return [cookieParser(), onlyTexts];
}

const onlyTexts: RequestHandler = (req, _res, next) => {
  const read = req.cookies as Record<string, unknown>;
  req.cookies = Object.fromEntries(Object.entries(read).filter(([, value]) => typeof value === 'string'));
  next();
};
