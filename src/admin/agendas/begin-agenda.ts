import { randomUUIDv7 } from 'node:crypto';
import type { Definition } from '../../core/form/definition.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { storable } from './storable.ts';
import { auditVersion, type By, date } from './version-command.ts';

/** A new agenda with its first sketch. Its address is for good, so one that is taken is refused. */
export async function beginAgenda(
  { db }: Pick<Deps, 'db'>,
  { definition, actor, now }: By & { definition: Definition },
): Promise<{ ok: true } | { ok: false; reason: 'taken' }> {
  const { document } = storable(definition);
  const { slug, title } = document;
  return db.$transaction(async tx => {
    const agendaId = randomUUIDv7();
    const isNew = await tx.$executeRaw`
      INSERT INTO agenda (id, slug) VALUES (${agendaId}::uuid, ${slug}) ON CONFLICT DO NOTHING`;
    if (isNew === 0) return { ok: false, reason: 'taken' };
    const createdAt = date(now);
    const data = { agendaId, number: 1, title, definition: document as Prisma.InputJsonObject, createdAt };
    await tx.agendaVersion.create({ data });
    await auditVersion(tx, { slug, number: 1, actor, now }, 'agendaBegun');
    return { ok: true };
  });
}
