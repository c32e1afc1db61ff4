import { departmentsOf, type Officer } from '../../core/actor.ts';
import { grants } from '../../core/office/rights.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { visibleCases } from '../scope.ts';
import { undecided } from './state-filters.ts';
import { type InboxViewName, reachOf } from './views.ts';

interface Asker {
  officer: Officer;
  today: Temporal.PlainDate;
  /** Of the officer's departments this one alone. */
  department?: Prisma.Sql | undefined;
}

/** Which cases are in a view, whatever state is asked for. In the words of the partial indexes. */
export function inView(view: InboxViewName, { officer, today, department }: Asker): Prisma.Sql {
  const ofDepartments = department ? Prisma.sql`c.department_id = ${department}` : ofOwn(officer);
  const within = reach(officer, ofDepartments);
  switch (view) {
    case 'vse':
      return notTrial;
    case 'odbor':
      return Prisma.sql`${notTrial} AND ${ofDepartments}`;
    case 'moje':
      return Prisma.sql`${notTrial} AND ${ofOfficer(officer)}`;
    case 'neprirazene':
      return isRegistry(officer)
        ? Prisma.sql`${notTrial} AND c.officer_id IS NULL AND ${confirmed}`
        : Prisma.sql`${notTrial} AND c.officer_id IS NULL AND ${confirmed} AND ${ofDepartments}`;
    case 'zastup':
      return Prisma.sql`${notTrial} AND c.officer_id = ANY(${officer.standsInFor}::uuid[])`;
    case 'po-terminu':
      return Prisma.sql`${within} AND ${running} AND c.due_on < ${today.toString()}::date`;
    case 'tyden':
      return Prisma.sql`${within} AND ${running}
        AND c.due_on >= ${today.toString()}::date AND c.due_on <= ${sundayOf(today).toString()}::date`;
    case 'odpovedel':
      return Prisma.sql`${within} AND c.answered_at IS NOT NULL`;
    case 'ceka':
      return Prisma.sql`${within} AND ${undecided} AND c.state = 'awaitingApplicant'`;
    case 'hledani':
      return visibleCases(officer);
    case 'sledovane':
      return Prisma.sql`${visibleCases(officer)}
        AND c.id = ANY(ARRAY(SELECT case_id FROM case_watch WHERE officer_id = ${officer.officerId}::uuid))`;
  }
}

/** The states a view is made for; the others are there on request. */
export function usualStates(view: InboxViewName): Prisma.Sql {
  return isOfOpen(view) ? undecided : Prisma.sql`TRUE`;
}

/** Whether a view is made for what waits for a decision. */
export function isOfOpen(view: InboxViewName): boolean {
  return !anyState.includes(view);
}

const anyState: InboxViewName[] = ['odpovedel', 'sledovane', 'hledani'];

/** Whether a view is of the departments of an officer, each of which has it in the order of an index. */
export function isOfDepartments(view: InboxViewName, officer: Officer): boolean {
  switch (view) {
    case 'odbor':
      return true;
    case 'neprirazene':
      return !isRegistry(officer);
    case 'po-terminu':
    case 'tyden':
    case 'odpovedel':
    case 'ceka':
      return reachOf(officer) === 'department';
    default:
      return false;
  }
}

export function isRegistry({ roles }: Officer): boolean {
  return grants(roles, 'routeCases');
}

const notTrial = Prisma.sql`NOT c.trial`;
/** A period that stands still is not missed. */
/** Until a filing is confirmed, it is nobody's work. */
const confirmed = Prisma.sql`c.state <> 'unconfirmed'`;
const running = Prisma.sql`${undecided} AND c.clock_stopped_on IS NULL AND ${confirmed}`;

function reach(officer: Officer, ofDepartments: Prisma.Sql): Prisma.Sql {
  switch (reachOf(officer)) {
    case 'office':
      return notTrial;
    case 'department':
      return Prisma.sql`${notTrial} AND ${ofDepartments}`;
    case 'own':
      return Prisma.sql`${notTrial} AND ${worked(officer)}`;
  }
}

/** Theirs, and those of whom they stand in for: a deadline does not wait until somebody is back. */
function worked(officer: Officer): Prisma.Sql {
  const { officerId, standsInFor } = officer;
  return standsInFor.length === 0
    ? ofOfficer(officer)
    : Prisma.sql`c.officer_id = ANY(${[officerId, ...standsInFor]}::uuid[])`;
}

function ofOwn(officer: Officer): Prisma.Sql {
  return officer.units.length === 0
    ? Prisma.sql`c.department_id = ${officer.departmentId}::uuid`
    : Prisma.sql`c.department_id = ANY(${departmentsOf(officer)}::uuid[])`;
}

function ofOfficer({ officerId }: Officer): Prisma.Sql {
  return Prisma.sql`c.officer_id = ${officerId}::uuid`;
}

function sundayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.add({ days: day.daysInWeek - day.dayOfWeek });
}
