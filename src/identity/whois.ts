import type { Pool } from 'pg';
import { z } from 'zod';
import type { Actor, OfficerRole } from '../core/actor.ts';

/** What a session holds of a signed-in person. `epoch` grows when the password changes, which ends older sessions. */
export const login = z.object({ accountId: z.uuid(), epoch: z.int() });

export type Login = z.infer<typeof login>;

/** Whose session this is, by one query; null when it is over: the account is gone, its password changed, or the officer left. */
export async function whois(pool: Pool, { accountId, epoch }: Login): Promise<Actor | null> {
  const { rows } = await pool.query<Row>({ name: 'whois', text, values: [accountId, epoch] });
  const [row] = rows;
  if (!row) return null;
  if (row.officerId === null) return { kind: 'citizen', accountId, name: row.name };
  const { officerId, name, departmentId, roles } = row;
  return row.active ? { kind: 'officer', accountId, officerId, name, departmentId, roles } : null;
}

const text = `
  SELECT account.name, officer.id AS "officerId", officer.department_id AS "departmentId",
         officer.roles::text[] AS roles, officer.active
  FROM account LEFT JOIN officer ON officer.account_id = account.id
  WHERE account.id = $1 AND account.session_epoch = $2 AND account.confirmed_at IS NOT NULL`;

type Row =
  | { name: string; officerId: null }
  | { name: string; officerId: string; departmentId: string; roles: OfficerRole[]; active: boolean };
