import type { Deps } from '../deps.ts';
import type { Prisma } from '../generated/prisma/client.ts';

/** What pages and mails about a mandate need of it. */
export const mandateColumns = {
  ...{ id: true, origin: true, scope: true, state: true, agendaIds: true, caseId: true, fromOn: true, untilOn: true },
  ...{ principalId: true, principalOrganisationId: true, principal: true, agentId: true, agentOrganisationId: true },
  ...{ madeById: true, level: true, createdAt: true, email: true, expiresAt: true, acceptedAt: true, endedAt: true },
  ...{ reason: true },
  case: { select: { reference: true, applicantId: true, organisationId: true, summary: true } },
  principalAccount: { select: { name: true, email: true } },
  principalOrganisation: { select: { name: true, ico: true } },
  agent: { select: { name: true, email: true } },
  agentOrganisation: { select: { name: true, ico: true } },
  attachments: { select: { id: true, size: true, format: true, name: true, storageKey: true } },
} satisfies Prisma.MandateSelect;

export type MandateRow = Prisma.MandateGetPayload<{ select: typeof mandateColumns }>;

/** Titles of agendas, as they were last published, by their ids. */
export async function agendaTitles(
  db: Pick<Deps['db'], '$queryRaw'>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: string; title: string }[]>`
    SELECT DISTINCT ON (agenda_id) agenda_id AS id, title FROM agenda_version
    WHERE agenda_id = ANY(${[...new Set(ids)]}::uuid[]) AND published_at IS NOT NULL
    ORDER BY agenda_id, number DESC`;
  return new Map(rows.map(({ id, title }) => [id, title]));
}
