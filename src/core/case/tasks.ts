import { worksCases } from '../office/rights.ts';
import { departmentsOf, type Officer } from '../actor.ts';

/** What one department may ask another one for inside a case. */
export const taskKinds = ['statement', 'consent', 'other'] as const;
export type TaskKind = (typeof taskKinds)[number];

export const taskAnswers = ['agrees', 'conditionally', 'disagrees', 'statement'] as const;
export type TaskAnswer = (typeof taskAnswers)[number];

/** A task that waits for an answer, as far as decisions need it. */
export interface OpenTask {
  id: string;
  kind: TaskKind;
  department: { id: string; name: string };
  /** Null when anybody of the department may answer. */
  officerId: string | null;
}

/**
 * Whether an officer may answer a task: of one given to an officer that officer, whoever stands in for them and the head
 * of the department or of one above it; of one given to a department everybody there who works cases.
 */
export function mayAnswer({ department, officerId }: OpenTask, officer: Officer): boolean {
  if (officer.roles.includes('head') && departmentsOf(officer).includes(department.id)) return true;
  if (!worksCases(officer)) return false;
  return officerId === null
    ? department.id === officer.departmentId
    : [officer.officerId, ...officer.standsInFor].includes(officerId);
}

const kindLabels: Record<TaskKind, string> = {
  statement: 'Vyjádření',
  consent: 'Souhlas',
  other: 'Jiný úkon',
};

const answerLabels: Record<TaskAnswer, string> = {
  agrees: 'Souhlasí',
  conditionally: 'Souhlasí s\u00a0podmínkami',
  disagrees: 'Nesouhlasí',
  statement: 'Vyjádření bez stanoviska',
};

/** What is asked for, in Czech. */
export function taskKindLabel(kind: TaskKind): string {
  return kindLabels[kind];
}

/** The answer in Czech. */
export function taskAnswerLabel(answer: TaskAnswer): string {
  return answerLabels[answer];
}
