import type { AppDeps } from '../../../deps.ts';
import { get, post, type Route } from '../../../web/route.ts';
import type { IdentityLimits } from '../../limits.ts';
import { paths } from './addresses.ts';
import { metadata } from './metadata.ts';
import { leave, left, receivePostedSignOut, receiveSignOut } from './sign-out.ts';

/** What Identita občana has beside signing in: who the portal is, and signing out. Where it is not set, none of it is there. */
export function niaRoutes(deps: AppDeps, limits: IdentityLimits): Route[] {
  const { nia } = deps.config;
  if (!nia) return [];
  return [
    get(paths.metadata, 'anyone', metadata(deps, nia), { kind: 'machine' }),
    get(paths.signOut, 'anyone', receiveSignOut(deps, { nia, limits }), { kind: 'action' }),
    post(paths.signOut, 'anyone', receivePostedSignOut(deps, limits), { isForeign: true }),
    get(paths.leave, 'anyone', leave(deps, nia), { kind: 'action' }),
    get(paths.left, 'anyone', left(deps), { kind: 'action' }),
  ];
}
