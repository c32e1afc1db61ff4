import type { Deps } from '../../../deps.ts';
import type { City } from './part.ts';

export async function findCity(db: Deps['db']): Promise<City> {
  const columns = { select: { slug: true, name: true }, orderBy: { position: 'asc' } } as const;
  const [departments, lifeSituations] = await Promise.all([
    db.department.findMany(columns),
    db.lifeSituation.findMany(columns),
  ]);
  return { departments, lifeSituations };
}
