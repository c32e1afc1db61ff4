import { labelled } from '../../core/form/check-label.ts';
import type { Problem } from '../../core/form/problem.ts';
import type { PrismaClient } from '../../generated/prisma/client.ts';
import type { NewDocument } from './documents.ts';
import { inArchive } from './in-archive.ts';

/** What documents themselves cannot know: whether the departments and life situations they name exist in this city. */
export async function cityProblems(
  db: Pick<PrismaClient, 'department' | 'lifeSituation'>,
  documents: readonly NewDocument[],
): Promise<Problem[]> {
  const [departments, situations] = await Promise.all([
    db.department.findMany({ select: { slug: true } }),
    db.lifeSituation.findMany({ select: { slug: true } }),
  ]);
  const known = {
    department: new Set(departments.map(({ slug }) => slug)),
    situation: new Set(situations.map(({ slug }) => slug)),
  };
  return documents.flatMap(document =>
    problemsOf(document, known).map(problem => inArchive(labelled(problem, document.document), document)),
  );
}

type Known = Record<'department' | 'situation', Set<string>>;

function problemsOf({ definition }: NewDocument, known: Known): Problem[] {
  const { department, lifeSituations, plan } = definition;
  // Only a sketch leaves one empty.
  const missing = (kind: keyof Known, value: string, path: string, what: string): Problem[] =>
    value === '' || known[kind].has(value) ? [] : [{ path, message: `${what} „${value}“ v\u00a0portálu není.` }];
  return [
    ...missing('department', department, 'department', 'Odbor'),
    ...lifeSituations.flatMap((name, i) => missing('situation', name, `lifeSituations[${i}]`, 'Životní situace')),
    ...plan.flatMap((step, i) => missing('department', step.department, `plan[${i}].department`, 'Odbor')),
  ];
}
