import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';

/** One line a request. The route's pattern instead of its address, so that no reference, code or search lands in the log. */
export function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const started = performance.now();
    res.on('finish', () => {
      const ms = Math.round(performance.now() - started);
      log.info({ method: req.method, route: routeOf(req), status: res.statusCode, ms }, 'request');
    });
    next();
  };
}

/** The pattern of the route that answers; '-' before one is found. */
export function routeOf(req: Request): string {
  const route = req.route as { path: string } | undefined;
  return route?.path ?? '-';
}
