import type { Officer } from '../../core/actor.ts';
import { worksCases } from '../../core/case/roles.ts';

/** The lists of an inbox, as they are named in its address (`?pohled=moje`). */
const inboxViews = ['vse', 'odbor', 'moje', 'neprirazene'] as const;
export type InboxViewName = (typeof inboxViews)[number];

/**
 * Which lists an officer has, the one to open first at the front. All of them lie within `visibleTo`: the registry sees
 * the whole office, a clerk the department and their own cases, an administrator of agendas alone none.
 */
export function viewsOf(officer: Officer): InboxViewName[] {
  const registry = officer.roles.includes('registry');
  const works = worksCases(officer);
  return inboxViews.filter(name => {
    if (name === 'vse') return registry;
    return name === 'neprirazene' ? registry || works : works;
  });
}
