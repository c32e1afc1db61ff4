import { departmentsOf, type Officer } from '../../core/actor.ts';
import { answerableBy } from '../../core/case/permissions.ts';
import { allowedActions } from '../../core/case/lifecycle.ts';
import { mayAnswer, taskAnswerLabel, taskAnswers, taskKindLabel, taskKinds } from '../../core/case/tasks.ts';
import { dayInPrague, formatDate, formatDue } from '../../core/czech/format.ts';
import { may } from '../../core/office/rights.ts';
import { openAnswer, openQuestion } from '../../cases/commands.ts';
import { dayOf } from '../../database/days.ts';
import type { Deps } from '../../deps.ts';
import type { Directory } from '../directory.ts';
import { departmentOption, option, type Option, type OptionGroup } from '../assignees.ts';
import type { Typed } from './attempt.ts';
import type { DeskCase } from './find.ts';

/** What the case asks other departments for, and what may be done about it at this desk. */
export interface TasksPanel {
  list: TaskView[];
  /** Names of the departments that have not answered yet; who ends the case is told. */
  waitsFor: string[];
  kinds: Option[];
  /** Whom to ask. */
  consulted: OptionGroup[];
  answers: Option[];
  /** Those this officer may answer, and those they may withdraw. */
  answerable: Option[];
  withdrawable: Option[];
  /** This officer reads what was filed and no more: asked for something by another department, or excluded for bias. */
  isConsulted: boolean;
}

interface TaskView {
  id: string;
  kind: string;
  to: string;
  /** By this officer. */
  isToAnswer: boolean;
  question: string;
  asker: string;
  askedAt: Temporal.Instant;
  /** By when, in words; null when nothing is waited for. */
  due: string | null;
  answer: { label: string; text: string } | null;
  closer: string | null;
  closedAt: Temporal.Instant | null;
}

interface Params {
  officer: Officer;
  found: DeskCase;
  directory: Directory;
  typed: Typed;
}

/** Whoever is only asked sees what they are asked for, and not what others are. */
export async function findTasks(
  { db, vault, now }: Pick<Deps, 'db' | 'vault' | 'now'>,
  { officer, found, directory, typed }: Params,
): Promise<TasksPanel> {
  const { snapshot } = found;
  const isConsulted = onlyConsulted(found, officer);
  const actions = allowedActions(snapshot, officer);
  const rows = await db.caseTask.findMany({
    where: { AND: [{ caseId: found.id }, isConsulted ? answerableBy(officer) : {}] },
    orderBy: { id: 'desc' },
    include: {
      department: { select: { name: true } },
      officer: { select: { account: { select: { name: true } } } },
      askedBy: { select: { account: { select: { name: true } } } },
      closedBy: { select: { account: { select: { name: true } } } },
    },
  });
  const own = snapshot.tasks.filter(task => actions.includes('answerTask') && mayAnswer(task, officer));
  const today = dayInPrague(now());
  const choose = (chosen: string | undefined, tasks: typeof snapshot.tasks): Option[] =>
    tasks.map(({ id, kind, department }) => option(id, `${taskKindLabel(kind)}: ${department.name}`, chosen));
  return {
    list: rows.map(row => ({
      id: row.id,
      kind: taskKindLabel(row.kind),
      to: [row.officer?.account.name, row.department.name].filter(Boolean).join(', '),
      isToAnswer: own.some(({ id }) => id === row.id),
      question: openQuestion(vault, row.id, row.question),
      asker: row.askedBy.account.name,
      askedAt: row.askedAt.toTemporalInstant(),
      due: row.state === 'open' ? dueWords(dayOf(row.dueOn), today) : null,
      answer:
        row.answer && row.answerText
          ? { label: taskAnswerLabel(row.answer), text: openAnswer(vault, row.id, row.answerText) }
          : null,
      closer: row.closedBy?.account.name ?? null,
      closedAt: row.closedAt?.toTemporalInstant() ?? null,
    })),
    waitsFor: snapshot.tasks.map(({ department }) => department.name),
    kinds: taskKinds.map(kind => option(kind, taskKindLabel(kind), typed['ukol-co'])),
    consulted: actions.includes('giveTask') ? consulted(directory, snapshot.departmentId, typed['ukol-komu']) : [],
    answers: taskAnswers.map(answer => option(answer, taskAnswerLabel(answer), typed['vyjadreni-vysledek'])),
    answerable: choose(typed['vyjadreni-ukol'], own),
    withdrawable: actions.includes('withdrawTask') ? choose(typed['ukol-ktery'], snapshot.tasks) : [],
    isConsulted,
  };
}

/** Reads what was filed and no more: excluded for bias; or sees the case by nothing but a task, neither of its department or one above, nor in the place of whoever has it, nor the registry. */
function onlyConsulted({ snapshot }: Pick<DeskCase, 'snapshot'>, officer: Officer): boolean {
  const { biased, departmentId, officerId } = snapshot;
  if (biased.includes(officer.officerId)) return true;
  if (may(officer, 'routeCases') || departmentsOf(officer).includes(departmentId)) return false;
  return officerId === null || ![officer.officerId, ...officer.standsInFor].includes(officerId);
}

function dueWords(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  return `do\u00a0${formatDate(day)}, ${formatDue(day, today)}`;
}

/** Every department but the one that has the case; any of its people can answer, whatever agendas they handle. */
function consulted(directory: Directory, own: string, chosen: string | undefined): OptionGroup[] {
  return directory.departments
    .filter(({ id }) => id !== own)
    .map(department => ({
      name: department.path,
      options: [
        departmentOption(directory, department, chosen),
        ...department.officers.map(officer => ({
          ...option(`urednik:${officer.id}`, `${officer.name}, ${officer.jobTitle}`, chosen),
          isAway: officer.away !== null,
        })),
      ],
    }));
}
