import type { Deps } from '../../deps.ts';

/** An agenda that may be chosen, as a choice takes it. */
export interface Offered {
  value: string;
  label: string;
}

/** What can be filed now, by name. */
export async function offeredAgendas({ db }: Pick<Deps, 'db'>): Promise<Offered[]> {
  const versions = await db.agendaVersion.findMany({
    where: { status: 'published' },
    select: { agendaId: true, title: true },
  });
  return versions
    .map(({ agendaId: value, title: label }) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'cs'));
}
