import type { Officer } from '../../core/actor.ts';
import { grants, may, worksCases } from '../../core/office/rights.ts';

/** The lists of an inbox, as they are named in its address (`?pohled=moje`). */
const inboxViews = [
  'vse',
  'odbor',
  'moje',
  'neprirazene',
  'zastup',
  'po-terminu',
  'tyden',
  'odpovedel',
  'ceka',
  'sledovane',
] as const;
export type ListName = (typeof inboxViews)[number];
/** `hledani` is all that an officer may see, without a place among the lists. */
export type InboxViewName = ListName | 'hledani';

/**
 * Which lists an officer has, the one to open first at the front. All of them lie within `visibleTo`: the registry sees
 * the whole office, a clerk the department and their own cases, an administrator of agendas alone none.
 */
export function viewsOf(officer: Officer): ListName[] {
  const registry = may(officer, 'routeCases');
  const works = worksCases(officer);
  return inboxViews.filter(name => {
    switch (name) {
      case 'vse':
        return registry;
      case 'odbor':
      case 'moje':
        return works;
      case 'zastup':
        return works && officer.standsInFor.length > 0;
      default:
        return registry || works;
    }
  });
}

/** Whose cases the lists of deadlines and of waiting are about: the registry's are the office's, a head's the department's. */
export function reachOf({ roles }: Officer): 'office' | 'department' | 'own' {
  if (grants(roles, 'routeCases')) return 'office';
  return roles.includes('head') ? 'department' : 'own';
}
