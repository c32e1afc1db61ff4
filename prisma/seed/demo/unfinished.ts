import type { Deps } from '../../../src/deps.ts';
import type { People } from './people.ts';

const id = 'de000000-0000-4000-8000-999999999999';
const entries = {
  applicantKind: 'person',
  applicantName: 'Jana Nováková',
  applicantBorn: { day: '14', month: '5', year: '1987' },
};

/** Something Jana has begun and not finished, as people do. */
export async function seedUnfinishedDraft({ db, vault, now }: Deps, { citizens }: People): Promise<void> {
  const jana = citizens.get('jana.novakova@example.cz');
  const version = await db.agendaVersion.findFirst({
    where: { agenda: { slug: 'zabor-verejneho-prostranstvi' }, number: 1 },
    select: { id: true },
  });
  if (!jana || !version) return;
  const at = now().subtract({ hours: 26 });
  await db.draft.createMany({
    data: {
      id,
      agendaVersionId: version.id,
      accountId: jana.accountId,
      entries: vault.seal(JSON.stringify(entries), `draft/${id}/entries`),
      visited: ['applicant'],
      createdAt: new Date(at.epochMilliseconds),
      updatedAt: new Date(at.epochMilliseconds),
      expiresAt: new Date(at.add({ hours: 24 * 30 }).epochMilliseconds),
    },
    skipDuplicates: true,
  });
}
