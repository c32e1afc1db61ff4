import type { Express } from 'express';
import type { Csrf } from './csrf.ts';
import { guard } from './guards.ts';
import type { Route } from './route.ts';

/** Puts the table of routes into the application: guard, then the form check, then the route's own handlers. */
export function mount(app: Express, routes: Route[], csrf: Csrf): void {
  for (const route of routes) {
    const formCheck = route.method === 'post' && !route.readsMultipart ? [csrf.protect] : [];
    app[route.method](route.path, guard(route.guard), ...formCheck, ...route.handlers);
  }
}
