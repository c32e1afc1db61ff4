import { definitionSchema, type Definition } from '../core/form/definition.ts';
import type { Deps } from '../deps.ts';

export interface Definitions {
  /** The agenda as that version says it. A version once published never changes, so reading it once is enough. */
  of(versionId: string): Promise<Definition>;
}

const maxKept = 500;

export function createDefinitions({ db }: Pick<Deps, 'db'>): Definitions {
  const kept = new Map<string, Definition>();
  return {
    async of(versionId) {
      const known = kept.get(versionId);
      if (known) return known;
      const version = await db.agendaVersion.findUniqueOrThrow({
        where: { id: versionId },
        select: { definition: true },
      });
      const definition = definitionSchema.parse(version.definition);
      if (kept.size >= maxKept) kept.clear();
      kept.set(versionId, definition);
      return definition;
    },
  };
}
