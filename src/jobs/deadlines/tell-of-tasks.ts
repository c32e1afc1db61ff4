import { deskLink } from '../../cases/links.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import { isWorkingDay } from '../../core/czech/working-days.ts';
import { dayColumn } from '../../database/days.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { taskOverdue } from '../../notifications/task-letters.ts';
import { enqueueMail } from '../../notifications/queue.ts';
import { type CaseOfDay, eachCase, page } from './each-case.ts';
import { note } from './tell-once.ts';
import { whoIsTold } from './who-is-told.ts';

const kind = 'taskOverdue';

/**
 * Tells of what a case asked another department for and did not get by its day: whoever was asked with their head, and
 * whoever asked. Once for a case and a day; none can be given later for a day that is over. Answers how many.
 */
export async function tellOfTasks(deps: Deps): Promise<number> {
  const today = dayInPrague(deps.now());
  if (!isWorkingDay(today)) return 0;
  return eachCase<CaseOfDay>(deps, {
    find: after => deps.db.$queryRaw`
      SELECT DISTINCT t.case_id AS id, t.due_on::text AS day, t.due_on FROM case_task t
      WHERE t.state = 'open' AND t.due_on < ${today.toString()}::date
        AND (t.due_on, t.case_id) > (${after.day}::date, ${after.id}::uuid)
        AND NOT EXISTS (
          SELECT FROM sent_notice n WHERE n.case_id = t.case_id AND n.kind = 'taskOverdue' AND n.day = t.due_on)
      ORDER BY t.due_on, t.case_id LIMIT ${page}`,
    act: found =>
      deps.db.$transaction(async tx => {
        if (!(await note(tx, { ...found, kind, now: deps.now() }))) return false;
        for (const task of await findLate(tx, found)) await tell(tx, deps, task);
        return true;
      }),
  });
}

/** Read again: since the list was made, they may have been answered. */
function findLate(tx: Prisma.TransactionClient, { id: caseId, day }: CaseOfDay) {
  return tx.caseTask.findMany({
    where: { caseId, state: 'open', dueOn: dayColumn(Temporal.PlainDate.from(day)) },
    select: {
      caseId: true,
      dueOn: true,
      officerId: true,
      departmentId: true,
      department: { select: { name: true } },
      askedBy: { select: { active: true, account: { select: { email: true } } } },
      case: {
        select: {
          reference: true,
          officerId: true,
          departmentId: true,
          agendaVersion: { select: { title: true } },
        },
      },
    },
    orderBy: { id: 'asc' },
  });
}

type Late = Awaited<ReturnType<typeof findLate>>[number];

async function tell(tx: Prisma.TransactionClient, deps: Deps, task: Late): Promise<void> {
  const { caseId, dueOn, department, askedBy, case: asking } = task;
  const today = dayInPrague(deps.now());
  const asked = await whoIsTold(tx, task, { today, headToo: true });
  const askers = askedBy.active
    ? [askedBy.account.email]
    : (await whoIsTold(tx, asking, { today, headToo: false })).addresses;
  const letter = taskOverdue({
    reference: asking.reference,
    agenda: asking.agendaVersion.title,
    department: department.name,
    day: Temporal.PlainDate.from(dueOn.toISOString().slice(0, 10)),
    link: deskLink(deps.config, asking.reference),
  });
  for (const to of new Set([...asked.addresses, ...askers]))
    await enqueueMail(tx, deps, { kind, caseId, to, ...letter });
}
