import type { Definition } from '../../core/form/definition.ts';
import type { Problem } from '../../core/form/problem.ts';
import type { PrismaClient } from '../../generated/prisma/client.ts';

/** What the document itself cannot know: whether the departments and life situations it names exist in this city. */
export async function cityProblems(
  db: Pick<PrismaClient, 'department' | 'lifeSituation'>,
  { slug, department, lifeSituations, plan }: Definition,
): Promise<Problem[]> {
  const [departments, situations] = await Promise.all([
    db.department.findMany({ select: { slug: true } }),
    db.lifeSituation.findMany({ select: { slug: true } }),
  ]);
  const missing = (known: { slug: string }[], value: string, path: string, what: string): Problem[] =>
    known.some(row => row.slug === value) ? [] : [{ path, message: `${what} „${value}“ v\u00a0portálu není.` }];
  return [
    ...(slug === 'import' ? [{ path: 'slug', message: 'Toto slovo má v\u00a0adresách správy jiný význam.' }] : []),
    ...missing(departments, department, 'department', 'Odbor'),
    ...lifeSituations.flatMap((name, i) => missing(situations, name, `lifeSituations[${i}]`, 'Životní situace')),
    ...plan.flatMap((step, i) => missing(departments, step.department, `plan[${i}].department`, 'Odbor')),
  ];
}
