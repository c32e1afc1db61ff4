import { departmentsOf, type Officer } from '../../core/actor.ts';
import { Prisma } from '../../generated/prisma/client.ts';

/** `answerableBy` for a statement of our own, of the task `t`, in the words of the partial indexes; never in their own matter. */
export function answerable(officer: Officer): Prisma.Sql {
  const { accountId, departmentId, officerId, roles, standsInFor } = officer;
  const ofDepartment = roles.includes('head')
    ? Prisma.sql`t.department_id = ANY(${departmentsOf(officer)}::uuid[])`
    : Prisma.sql`t.department_id = ${departmentId}::uuid AND t.officer_id IS NULL`;
  return Prisma.sql`t.state = 'open' AND (${ofDepartment} OR t.officer_id = ANY(${[officerId, ...standsInFor]}::uuid[]))
    AND NOT EXISTS (SELECT FROM "case" own WHERE own.id = t.case_id AND own.applicant_id = ${accountId}::uuid)`;
}
