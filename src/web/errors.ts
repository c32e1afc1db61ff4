import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { routeOf } from './request-log.ts';

/** Thrown by a handler to answer with the error page of that status. `message` is read by the person, in Czech. */
export class HttpProblem extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Also the answer to everything the actor may not see, so that its existence is not revealed. */
export class NotFound extends HttpProblem {
  constructor() {
    super(404, 'Tuto stránku jsme nenašli.');
  }
}

export class BadRequest extends HttpProblem {
  constructor(message = 'Požadavku nerozumíme. Vraťte se zpět a\u00a0zkuste to znovu.') {
    super(400, message);
  }
}

export const notFound: RequestHandler = () => {
  throw new NotFound();
};

const pages: Record<number, string> = {
  403: 'errors/403.njk',
  404: 'errors/404.njk',
  413: 'errors/413.njk',
  429: 'errors/429.njk',
};

/** Every failure ends here, as a page in the portal's look that says what to do. */
export function errorPages(log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
    res.status(status).set('Cache-Control', 'no-store');
    if (status >= 500) {
      const id = randomUUID().slice(0, 8);
      log.error({ err: error, id, method: req.method, route: routeOf(req) }, 'request failed');
      res.render('errors/500.njk', { id });
      return;
    }
    const message = error instanceof HttpProblem ? error.message : new BadRequest().message;
    res.render(pages[status] ?? 'errors/400.njk', { message });
  };
}

/** Express, body parsers and multer put a 4xx `status` on errors that the request itself caused. */
function statusOf(error: unknown): number {
  if (error instanceof HttpProblem) return error.status;
  if (typeof error === 'object' && error !== null) {
    if ('status' in error && isClientStatus(error.status)) return error.status;
    // multer and busboy name their refusals instead of numbering them.
    if ('code' in error && typeof error.code === 'string' && error.code.startsWith('LIMIT_')) return 413;
    if (
      error instanceof Error &&
      /^(Malformed|Unexpected end of|Multipart|Missing Content-Type|Unsupported content type)/.test(error.message)
    )
      return 400;
  }
  return 500;
}

function isClientStatus(status: unknown): status is number {
  return typeof status === 'number' && status >= 400 && status < 500;
}
