import type { Request, RequestHandler, Response } from 'express';
import type { OfficeRight } from '../core/office/rights.ts';
import type { Actor, Membership } from '../core/actor.ts';
import type { HeldMandate } from '../core/mandate/mandate.ts';

declare module 'express-serve-static-core' {
  interface Request {
    /** Who asks; set for every request before the routes. */
    actor: Actor;
    /** On whose behalf they ask; undefined for whoever acts for themselves. */
    actingFor?: ActingFor;
    /** An officer who has to prove more than a password before the office opens. */
    lacksSecondFactor?: boolean;
  }
}

/** Whom somebody acts for: an organisation whose member they are, or a principal who empowered them. */
export type ActingFor = { key: string; name: string } & (
  { membership: Membership; mandate?: undefined } | { mandate: HeldMandate; membership?: undefined }
);

/**
 * Who may call a route at all; a right of the office stands for the officers who have it, `administration` for whoever has any of it. What of the content they see is decided by scoped reads:
 * a draft or case of somebody else is 404 for everyone behind any guard.
 */
export type Guard = 'anyone' | 'signedIn' | 'citizen' | 'officer' | 'administration' | OfficeRight;

/**
 * Keeps what was typed in a form whose sender is signed in no more, and says where it will be found; null when there is
 * nothing to keep.
 */
export type KeepForm = (req: Request, res: Response) => string | null | Promise<string | null>;

export interface Route {
  method: 'get' | 'post';
  path: string;
  guard: Guard;
  /** `page` answers HTML a person looks at; `action` answers a redirect; `file` a download; `machine` is for software. */
  kind: 'page' | 'action' | 'file' | 'machine';
  /** The body is a multipart form: whoever parses it also checks the form's token (attachments/receive). */
  readsMultipart: boolean;
  /** The form comes from another site and proves itself by what it holds: no token of ours can be in it. */
  isForeign: boolean;
  keep: KeepForm | undefined;
  /** Middleware of this route alone (rate limits), then the handler. */
  handlers: RequestHandler[];
}

type Options = {
  kind?: Route['kind'];
  before?: RequestHandler[];
  readsMultipart?: boolean;
  isForeign?: boolean;
  keep?: KeepForm;
};

/** `get('/moje', 'citizen', list)` in a slice's table of routes. */
export function get(path: string, guard: Guard, handler: RequestHandler, options: Options = {}): Route {
  return route('get', path, guard, handler, { kind: 'page', ...options });
}

export function post(path: string, guard: Guard, handler: RequestHandler, options: Options = {}): Route {
  return route('post', path, guard, handler, { kind: 'action', ...options });
}

function route(
  method: Route['method'],
  path: string,
  guard: Guard,
  handler: RequestHandler,
  { kind = 'page', before = [], readsMultipart = false, isForeign = false, keep }: Options,
): Route {
  return { method, path, guard, kind, readsMultipart, isForeign, keep, handlers: [...before, handler] };
}
