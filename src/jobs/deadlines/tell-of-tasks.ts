import { tellLate } from '../../cases/tasks/tell.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import { isWorkingDay } from '../../core/czech/working-days.ts';
import { dayColumn } from '../../database/days.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
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
      id: true,
      officerId: true,
      departmentId: true,
      case: { select: { officerId: true, departmentId: true } },
    },
    orderBy: { id: 'asc' },
  });
}

type Late = Awaited<ReturnType<typeof findLate>>[number];

async function tell(tx: Prisma.TransactionClient, deps: Deps, task: Late): Promise<void> {
  const today = dayInPrague(deps.now());
  const asked = await whoIsTold(tx, task, { today, headToo: true });
  const askers = await whoIsTold(tx, task.case, { today, headToo: false });
  await tellLate(tx, deps, { taskId: task.id, asked: asked.addresses, instead: askers.addresses });
}
