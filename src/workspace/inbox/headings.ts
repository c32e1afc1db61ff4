import { inboxHref, type InboxRequest } from './request.ts';
import type { SortKey } from './sorts.ts';

/** A head of a column; one that the list can be ordered by is a link. */
export interface Heading {
  name: 'reference' | 'applicant' | 'agenda' | 'state' | 'due' | 'officer';
  href: string | null;
  /** For `aria-sort`, of the column the list is ordered by. */
  sorted: 'ascending' | 'descending' | null;
}

const sorts: Partial<Record<Heading['name'], SortKey>> = { reference: 'znacka', due: 'termin' };
const columns = ['reference', 'applicant', 'agenda', 'state', 'due', 'officer'] as const;

/** A click on the column the list is ordered by turns it round. */
export function headings(request: InboxRequest): Heading[] {
  return columns
    .filter(name => name !== 'officer' || showsOfficer(request))
    .map(name => {
      const key = sorts[name];
      if (key === undefined) return { name, href: null, sorted: null };
      const isCurrent = request.sort.key === key;
      const descending = isCurrent && !request.sort.descending;
      return {
        name,
        href: inboxHref({ ...request, sort: { key, descending } }),
        sorted: isCurrent ? (request.sort.descending ? 'descending' : 'ascending') : null,
      };
    });
}

/** In the list of one's own cases it would say the same in every row. */
export function showsOfficer({ view }: InboxRequest): boolean {
  return view !== 'moje';
}
