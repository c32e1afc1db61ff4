/** What a person may be to an organisation. */
export const memberRoles = ['representative', 'manager', 'filer', 'reader'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** What a member may do on behalf of the organisation. */
export const memberRights = ['managePeople', 'file', 'readCases'] as const;
export type MemberRight = (typeof memberRights)[number];

/**
 * Which role brings which rights. A representative (statutární zástupce) is checked by the office and may everything; whoever
 * manages people has no business with what is filed, unless they are given that as well by being made another role.
 */
const rightsOf: Record<MemberRole, readonly MemberRight[]> = {
  representative: ['managePeople', 'file', 'readCases'],
  manager: ['managePeople'],
  filer: ['file', 'readCases'],
  reader: ['readCases'],
};

/** Whether somebody in this role may; whoever is no member has no role and may nothing. */
export function mayMember(role: MemberRole | null, right: MemberRight): boolean {
  return role !== null && rightsOf[role].includes(right);
}

/** The roles that bring a right, to look for who has it. */
export function memberRolesWith(right: MemberRight): MemberRole[] {
  return memberRoles.filter(role => rightsOf[role].includes(right));
}

/** Roles that members give to each other; a representative is one by law, and only the office takes note of it. */
export const givenRoles = ['manager', 'filer', 'reader'] as const satisfies readonly MemberRole[];
export type GivenRole = (typeof givenRoles)[number];
