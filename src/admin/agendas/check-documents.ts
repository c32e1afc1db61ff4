import { checkDefinition, checkSketch } from '../../core/form/check-definition.ts';
import type { Problem } from '../../core/form/problem.ts';
import type { PrismaClient } from '../../generated/prisma/client.ts';
import { cityProblems } from './city-problems.ts';
import type { GivenDocument, NewDocument } from './documents.ts';
import { inArchive } from './in-archive.ts';
import { slugProblem } from './propose-slug.ts';

type Checked<T> = ({ ok: true } & T) | { ok: false; problems: Problem[] };

/** Whether documents are agendas of this city. What nobody was offered may have gaps, as it had in the designer. */
export async function checkDocuments(
  db: Pick<PrismaClient, 'department' | 'lifeSituation'>,
  given: readonly GivenDocument[],
): Promise<Checked<{ documents: NewDocument[] }>> {
  const documents: NewDocument[] = [];
  const problems: Problem[] = [];
  for (const one of given) {
    const checked = checkOne(one);
    if (checked.ok) documents.push(checked.document);
    else problems.push(...checked.problems.map(problem => inArchive(problem, one)));
  }
  if (problems.length === 0) problems.push(...(await cityProblems(db, documents)));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, documents };
}

function checkOne(given: GivenDocument): Checked<{ document: NewDocument }> {
  const read = given.isSketch ? checkSketch(given.document) : checkDefinition(given.document);
  if (!read.ok) return read;
  const { definition } = read;
  const { slug, title } = definition;
  const message = slugProblem(slug);
  if (message !== undefined) return { ok: false, problems: [{ path: 'slug', label: 'Adresa agendy', message }] };
  return { ok: true, document: { ...given, slug, title, definition } };
}
