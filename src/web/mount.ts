import type { Express, RequestHandler } from 'express';
import type { Csrf } from './csrf.ts';
import { guard } from './guards.ts';
import type { Route } from './route.ts';

/** Puts the table of routes into the application: guard, then the form check, then the route's own handlers. */
export function mount(app: Express, routes: Route[], csrf: Csrf): void {
  for (const route of routes) {
    const isOurForm = route.method === 'post' && !route.readsMultipart && !route.isForeign;
    const formCheck = isOurForm ? [checked(csrf, route)] : [];
    app[route.method](route.path, guard(route.guard, route.keep), ...formCheck, ...route.handlers);
  }
}

/** A form made before its sender signed in again is not trusted, but what was typed in it is not lost either. */
function checked(csrf: Csrf, { keep }: Route): RequestHandler {
  return async (req, res, next) => {
    try {
      csrf.check(req);
    } catch (error) {
      const back = await keep?.(req, res);
      if (!back) throw error;
      res.redirect(303, back);
      return;
    }
    next();
  };
}
