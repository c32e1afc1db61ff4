import type { Deps } from '../../../deps.ts';
import { pageUrl } from '../../../web/page-url.ts';

export const paths = {
  /** Where answers come, and where the browser of whoever they are of comes for them. */
  answer: '/prihlaseni/identita-obcana/navrat',
  /** Where the provider says that somebody signs out there, or has been signed out there as we asked. */
  signOut: '/prihlaseni/identita-obcana/odhlaseni',
  metadata: '/prihlaseni/identita-obcana/metadata',
  leave: '/odhlaseni/identita-obcana',
  left: '/odhlaseni/identita-obcana/hotovo',
} as const;

/** The same as the provider is told them. */
export function addresses(deps: Pick<Deps, 'config'>): { answer: string; signOut: string } {
  return { answer: pageUrl(deps, paths.answer), signOut: pageUrl(deps, paths.signOut) };
}
