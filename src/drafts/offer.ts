import type { Definition } from '../core/form/definition.ts';
import type { AppDeps } from '../deps.ts';
import { ownedDrafts, type Owner } from './owner.ts';

export interface Offer {
  versionId: string;
  agendaId: string;
  definition: Definition;
}

/** The agenda as it is offered now; nothing when it is not. */
export async function findOffer({ db, definitions }: AppDeps, slug: string): Promise<Offer | undefined> {
  const version = await db.agendaVersion.findFirst({
    where: { status: 'published', agenda: { slug } },
    select: { id: true, agendaId: true },
  });
  if (!version) return undefined;
  return { versionId: version.id, agendaId: version.agendaId, definition: await definitions.of(version.id) };
}

/** Drafts of the agenda the person has already begun for whom they act, the last touched first. */
export async function begunDrafts(
  { db, now }: AppDeps,
  { agendaId, owner }: { agendaId: string; owner: Owner },
): Promise<{ id: string; updatedAt: Date }[]> {
  const { accountId, guestDrafts, organisationId, mandate } = owner;
  if (accountId === null && guestDrafts.length === 0) return [];
  return db.draft.findMany({
    where: {
      filedAt: null,
      trial: false,
      ...(mandate ? { mandateId: mandate.mandateId } : { organisationId }),
      expiresAt: { gt: new Date(now().epochMilliseconds) },
      agendaVersion: { agendaId },
      AND: ownedDrafts(owner),
    },
    select: { id: true, updatedAt: true },
    orderBy: { updatedAt: 'desc' },
    take: 5,
  });
}
