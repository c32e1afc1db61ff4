import { z } from 'zod';
import { type OfficerRole, officerRoles } from '../actor.ts';
import { type Claims, emailIn, nameIn, textIn } from './claims.ts';

/** What a group of the office's directory means here; a group may say both, or one of them. */
const group = z.strictObject({
  roles: z.array(z.enum(officerRoles)).default([]),
  /** The slug of a department. */
  department: z.string().min(1).optional(),
});

export const staffGroups = z
  .record(z.string().min(1), group, {
    error: 'is not JSON like {"group": {"roles": ["clerk"], "department": "dopravy"}}',
  })
  .refine(groups => Object.keys(groups).length > 0, { error: 'names no group' });

export type StaffGroups = z.output<typeof staffGroups>;

/** Somebody of the office by the words of its directory. */
export interface StaffMember {
  name: string;
  email: string;
  jobTitle: string | null;
  phone: string | null;
  /** Null: the directory did not say, which is not the same as none. */
  groups: string[] | null;
}

/** Null when the directory gives neither a name nor a mailbox, without which nobody works here. */
export function staffMember(claims: Claims): StaffMember | null {
  const name = nameIn(claims);
  const email = emailIn(claims) ?? accountName(claims);
  if (name === null || email === null) return null;
  const jobTitle = textIn(claims, 'jobTitle') ?? textIn(claims, 'title');
  return { name, email, jobTitle, phone: textIn(claims, 'phone_number'), groups: groupsIn(claims) };
}

export interface StaffPost {
  roles: OfficerRole[];
  department: string;
}

/**
 * The post of somebody in these groups: the roles of all of them, the department of the first one in the setting that has
 * any. Null when they give no role or no department.
 */
export function staffPost(mapping: StaffGroups, groups: string[]): StaffPost | null {
  const own = Object.entries(mapping).flatMap(([name, meaning]) => (groups.includes(name) ? [meaning] : []));
  const department = own.find(meaning => meaning.department !== undefined)?.department;
  const roles = officerRoles.filter(role => own.some(meaning => meaning.roles.includes(role)));
  return department === undefined || roles.length === 0 ? null : { roles, department };
}

/** Entra ID and AD FS give no `email` to whoever has no mailbox set; then the name of the account has its form. */
function accountName(claims: Claims): string | null {
  if (claims['email_verified'] === false) return null;
  return ['upn', 'preferred_username'].map(name => emailIn({ email: claims[name] })).find(one => one !== null) ?? null;
}

/** Keycloak and Entra ID say `groups`, AD FS `group` (one of them as a bare text), Entra's application roles are `roles`. */
function groupsIn(claims: Claims): string[] | null {
  // Entra ID leaves out groups when there are too many, and says only where to ask for them.
  if ('_claim_names' in claims || claims['hasgroups'] === true) return null;
  return ['groups', 'group', 'roles'].flatMap(name => [claims[name]].flat()).filter(value => typeof value === 'string');
}
