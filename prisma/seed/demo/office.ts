import { dayInPrague } from '../../../src/core/czech/format.ts';
import { dayColumn } from '../../../src/database/days.ts';
import type { Deps } from '../../../src/deps.ts';
import type { People } from './people.ts';

/** Who is away, who stands in, and for how many days yet. */
const absences = [
  { officer: 'pavel.cerny', deputy: 'marie.dvorakova', days: 8 },
  { officer: 'eva.dolezalova', deputy: 'radek.zeman', days: 15 },
];
const inTurns = { agenda: 'ohlaseni-psa', department: 'rozpoctu-a-financi' };

/** The office as it is these days; told once, after the cases of the demo, which are from before. */
export async function seedOffice({ db, now }: Pick<Deps, 'db' | 'now'>, { officers }: People): Promise<void> {
  if ((await db.absence.count()) > 0 || (await db.routing.count()) > 0) return;
  const today = dayInPrague(now());
  const idOf = (name: string): string => {
    const found = officers.get(`${name}@hradeckralove.example`);
    if (!found) throw new Error(`no officer "${name}" in officers.json`);
    return found.officerId;
  };
  const agenda = await db.agenda.findUniqueOrThrow({ where: { slug: inTurns.agenda }, select: { id: true } });
  const department = await db.department.findUniqueOrThrow({
    where: { slug: inTurns.department },
    select: { id: true },
  });
  await db.$transaction([
    db.absence.createMany({
      data: absences.map(({ officer, deputy, days }) => ({
        officerId: idOf(officer),
        deputyId: idOf(deputy),
        fromOn: dayColumn(today.subtract({ days: 2 })),
        untilOn: dayColumn(today.add({ days })),
      })),
    }),
    db.routing.create({ data: { agendaId: agenda.id, departmentId: department.id, rule: { by: 'turns' } } }),
  ]);
}
