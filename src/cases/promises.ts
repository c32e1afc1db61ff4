import { type Definition, definitionSchema } from '../core/form/definition.ts';
import type { Deps } from '../deps.ts';

/** What an agenda promises to its applicants: the steps of handling and the statutory period. */
export type AgendaPromise = Pick<Definition, 'plan' | 'clock'>;

export interface Promises {
  of(agendaVersionId: string): Promise<AgendaPromise>;
}

const maxKept = 500;
const promised = definitionSchema.pick({ plan: true, clock: true }).strip();

/** A version once published never changes, so it is read once; unpacking a definition costs more than the rest of a case. */
export function createPromises({ db }: Pick<Deps, 'db'>): Promises {
  const kept = new Map<string, AgendaPromise>();
  return {
    async of(agendaVersionId) {
      const known = kept.get(agendaVersionId);
      if (known) return known;
      const where = { id: agendaVersionId };
      const { definition } = await db.agendaVersion.findUniqueOrThrow({ where, select: { definition: true } });
      const read = promised.parse(definition);
      if (kept.size >= maxKept) kept.clear();
      kept.set(agendaVersionId, read);
      return read;
    },
  };
}
