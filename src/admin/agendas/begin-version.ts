import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { lockAgenda } from './lock-agenda.ts';
import { auditVersion, type By, date } from './version-command.ts';

export type BeginResult =
  | { ok: true; number: number }
  | { ok: false; reason: 'missing' }
  /** A version of this agenda is being prepared already; there is never more than one. */
  | { ok: false; reason: 'exists'; number: number; status: 'draft' | 'scheduled' };

/** The next version of an agenda begins as what one of its versions says: to be changed, or to be offered again as it was. */
export async function beginVersion(
  { db }: Pick<Deps, 'db'>,
  { slug, from, actor, now }: By & { slug: string; from: number },
): Promise<BeginResult> {
  return db.$transaction(async tx => {
    const agendaId = await lockAgenda(tx, slug);
    if (agendaId === null) return { ok: false, reason: 'missing' };
    const versions = await tx.agendaVersion.findMany({
      where: { agendaId, status: { not: 'trial' } },
      select: { id: true, number: true, status: true },
      orderBy: { number: 'desc' },
    });
    const pending = versions.find(({ status }) => status === 'draft' || status === 'scheduled');
    if (pending) {
      const status = pending.status === 'draft' ? 'draft' : 'scheduled';
      return { ok: false, reason: 'exists', number: pending.number, status };
    }
    const source = versions.find(version => version.number === from);
    if (!source) return { ok: false, reason: 'missing' };
    const { title, definition } = await tx.agendaVersion.findUniqueOrThrow({ where: { id: source.id } });
    const number = (versions[0]?.number ?? 0) + 1;
    const createdAt = date(now);
    // As it is stored: also what the schema would add of itself stays unsaid.
    const data = { agendaId, number, title, definition: definition as Prisma.InputJsonObject, createdAt };
    await tx.agendaVersion.create({ data });
    await auditVersion(tx, { slug, number, actor, now }, 'versionBegun');
    return { ok: true, number };
  });
}
