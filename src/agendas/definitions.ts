import { definitionSchema, type Definition } from '../core/form/definition.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';

export interface Definitions {
  /** The agenda as that version says it. A version once published never changes, so reading it once is enough. */
  of(versionId: string): Promise<Definition>;
}

const maxKept = 500;

/** Agendas kept in memory by their version: unpacking one costs more than the rest of the page it is needed for. */
export function createDefinitions(db: PrismaClient): Definitions {
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
