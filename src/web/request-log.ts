import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/** One line a request. The route's pattern instead of its address, so that no reference, code or search lands in the log. */
export function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const started = performance.now();
    res.on('finish', () => {
      const route = req.route as { path: string } | undefined;
      const ms = Math.round(performance.now() - started);
      log.info({ method: req.method, route: route?.path ?? '-', status: res.statusCode, ms }, 'request');
    });
    next();
  };
}
