import type { Deps } from '../../src/deps.ts';
import { seedCity } from './city.ts';
import { seedDemo } from './demo.ts';

/** Fills what is missing; a second run changes nothing. The demo adds people and cases to the city. */
export async function seed(deps: Deps, { demo }: { demo: boolean }): Promise<void> {
  await seedCity(deps);
  if (demo) await seedDemo(deps);
}
