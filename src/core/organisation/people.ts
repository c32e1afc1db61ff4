import { type GivenRole, mayMember, type MemberRole } from './roles.ts';

export interface Member {
  id: string;
  role: MemberRole;
}

interface Change {
  /** All active members of the organisation. */
  members: readonly Member[];
  /** Ids of who changes and of whom. */
  by: string;
  of: string;
  /** Null: the member is no member any more. */
  to: GivenRole | null;
}

/**
 * `gone`: no active member; `notYours`: theirs to manage neither; `representative`: whose place in the firm is by law, so
 * only they themselves or another representative take them out, and nobody gives them less; `last`: nobody would be left to
 * manage people.
 */
export type PeopleRefusal = 'gone' | 'notYours' | 'representative' | 'last';

/** Whether a member may be given another role or taken out. Anybody may leave, but for the last who manages people. */
export function judgeChange({ members, by, of, to }: Change): PeopleRefusal | null {
  const changing = members.find(({ id }) => id === by);
  const changed = members.find(({ id }) => id === of);
  if (!changing || !changed) return 'gone';
  const isLeaving = by === of && to === null;
  if (!isLeaving && !mayMember(changing.role, 'managePeople')) return 'notYours';
  if (changed.role === 'representative') {
    if (to !== null) return 'representative';
    if (!isLeaving && changing.role !== 'representative') return 'representative';
  }
  return leavesNobody(members, { of, to }) ? 'last' : null;
}

function leavesNobody(members: readonly Member[], { of, to }: Pick<Change, 'of' | 'to'>): boolean {
  const before = members.filter(({ role }) => mayMember(role, 'managePeople'));
  const after = before.filter(({ id }) => id !== of).length + (mayMember(to, 'managePeople') ? 1 : 0);
  return before.length > 0 && after === 0;
}
