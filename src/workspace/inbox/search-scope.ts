import type { Pool } from 'pg';
import { departmentMark } from '../../cases/commands.ts';
import { departmentsOf, type Officer } from '../../core/actor.ts';
import { prepared } from '../../database/prepared.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { isRegistry } from './view-conditions.ts';

/**
 * The departments among whose cases an officer looks: their own with its units, and where open cases are that they work
 * or stand in for. It only spares looking at the others; what may be seen, each row is asked besides.
 */
export async function scopeMarks(pool: Pool, officer: Officer): Promise<string[][]> {
  if (isRegistry(officer)) return [];
  const { officerId, standsInFor } = officer;
  const others = await prepared<{ id: string }>(
    pool,
    Prisma.sql`SELECT DISTINCT department_id AS id FROM "case"
      WHERE officer_id = ANY(${[officerId, ...standsInFor]}::uuid[]) AND decided_at IS NULL AND NOT trial`,
  );
  return [[...departmentsOf(officer), ...others.map(({ id }) => id)].map(departmentMark)];
}
