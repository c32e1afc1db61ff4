import { dayInPrague } from '../../core/czech/format.ts';
import { mailboxOf } from '../../database/mailbox.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { taskAnswered, taskGiven, taskOverdue, taskWithdrawn } from '../../notifications/task-letters.ts';
import { enqueueMail } from '../../notifications/queue.ts';
import { dayOf } from '../../database/days.ts';
import { findReader } from '../find-reader.ts';
import { deskLink } from '../links.ts';

type Tx = Prisma.TransactionClient;
type TellDeps = Pick<Deps, 'config' | 'boss' | 'vault'>;

const letters = { taskGiven, taskWithdrawn };

interface News {
  kind: keyof typeof letters;
  caseId: string;
  taskId: string;
  now: Temporal.Instant;
}

/** In the transaction of what it tells of: whoever is asked, an officer or a whole department. */
export async function tellConsulted(tx: Tx, deps: TellDeps, { kind, caseId, taskId, now }: News): Promise<void> {
  const { dueOn, officerId, departmentId, case: asking } = await find(tx, taskId);
  const { reference, agendaVersion, department } = asking;
  const link = kind === 'taskGiven' ? deskLink(deps.config, reference) : tasksLink(deps);
  const about = { reference, agenda: agendaVersion.title, department: department.name, day: dayOf(dueOn), link };
  const { email: to } = await findReader(tx, { officerId, departmentId }, dayInPrague(now));
  await enqueueMail(tx, deps, { kind, caseId, to, ...letters[kind](about) });
}

/** Whoever asked; when they have left, whoever has the case. */
export async function tellAsker(tx: Tx, deps: TellDeps, { taskId, now }: Pick<News, 'taskId' | 'now'>): Promise<void> {
  const task = await find(tx, taskId);
  const { caseId, askedBy, case: asking } = task;
  const about = aboutAnswer(deps, task);
  const to = askedBy.active ? mailboxOf(askedBy.account) : (await findReader(tx, asking, dayInPrague(now))).email;
  await enqueueMail(tx, deps, { kind: 'taskAnswered', caseId, to, ...taskAnswered(about) });
}

interface Late {
  taskId: string;
  /** Of the office, who of those that were asked hears of it. */
  asked: string[];
  /** Who hears in place of whoever asked, if they have left. */
  instead: string[];
}

/** Nobody answered by the day: whoever was asked, and whoever asked. */
export async function tellLate(tx: Tx, deps: TellDeps, { taskId, asked, instead }: Late): Promise<void> {
  const task = await find(tx, taskId);
  const { caseId, askedBy } = task;
  const about = aboutAnswer(deps, task);
  const askers = askedBy.active ? [mailboxOf(askedBy.account)] : instead;
  for (const to of new Set([...asked, ...askers])) {
    await enqueueMail(tx, deps, { kind: 'taskOverdue', caseId, to, ...taskOverdue(about) });
  }
}

/** What whoever waits for an answer is told of: which department, by when, and where the case is. */
function aboutAnswer({ config }: TellDeps, { dueOn, department, case: asking }: Awaited<ReturnType<typeof find>>) {
  const { reference, agendaVersion } = asking;
  const link = deskLink(config, reference);
  return { reference, agenda: agendaVersion.title, department: department.name, day: dayOf(dueOn), link };
}

function find(tx: Tx, id: string) {
  return tx.caseTask.findUniqueOrThrow({
    where: { id },
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
          department: { select: { name: true } },
        },
      },
    },
  });
}

/** The case itself is not seen any more. */
function tasksLink({ config }: TellDeps): string {
  return new URL('/urad/ukoly', config.publicUrl).href;
}
