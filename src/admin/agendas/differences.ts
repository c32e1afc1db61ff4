import { type Area, describeChanges } from '../../core/form/describe-changes.ts';
import type { Definition } from '../../core/form/definition.ts';
import type { Prisma } from '../../generated/prisma/client.ts';

/** Sentences on one part of an agenda. */
export interface Difference {
  area: Area;
  sentences: string[];
}

/** What one version changes against another, part by part, with departments and life situations by their names. */
export async function differences(
  db: Pick<Prisma.TransactionClient, 'department' | 'lifeSituation'>,
  { before, after }: { before: Definition; after: Definition },
): Promise<Difference[]> {
  const select = { slug: true, name: true };
  const [departments, situations] = await Promise.all([
    db.department.findMany({ select }),
    db.lifeSituation.findMany({ select }),
  ]);
  const names = { departments: bySlug(departments), lifeSituations: bySlug(situations) };
  const grouped = Map.groupBy(describeChanges(before, after, names), ({ area }) => area);
  return [...grouped].map(([area, changes]) => ({ area, sentences: changes.map(({ sentence }) => sentence) }));
}

function bySlug(rows: { slug: string; name: string }[]): Record<string, string> {
  return Object.fromEntries(rows.map(({ slug, name }) => [slug, name]));
}
