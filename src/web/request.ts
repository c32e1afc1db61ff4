import type { Actor } from '../core/actor.ts';

declare module 'express-serve-static-core' {
  interface Request {
    /** Who asks; set for every request before the routes. */
    actor: Actor;
  }
}
