import { judgeChange, type Member } from '../organisation/people.ts';

/** What somebody is to an organisation, with everybody who is something to it. */
export interface OwnPlace {
  organisation: string;
  /** Id of their own membership. */
  own: string;
  members: readonly Member[];
}

/**
 * `officer`: a working account is the office's to end; `lastManager`: in these organisations others would be left with nobody
 * to manage them.
 */
export type ClosingRefusal = { reason: 'officer' } | { reason: 'lastManager'; organisations: string[] };

/**
 * Whether the holder may close their account now. Whoever is the only member of an organisation leaves nobody behind, so that
 * does not hold them.
 */
export function judgeClosing({
  isOfficer,
  places,
}: {
  isOfficer: boolean;
  places: readonly OwnPlace[];
}): ClosingRefusal | null {
  if (isOfficer) return { reason: 'officer' };
  const organisations = places
    .filter(({ members, own }) => members.length > 1 && judgeChange({ members, by: own, of: own, to: null }) === 'last')
    .map(({ organisation }) => organisation);
  return organisations.length > 0 ? { reason: 'lastManager', organisations } : null;
}
