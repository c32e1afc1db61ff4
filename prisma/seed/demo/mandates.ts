import { randomUUIDv7 } from 'node:crypto';
import { dayInPrague } from '../../../src/core/czech/format.ts';
import type { Citizen } from '../../../src/core/actor.ts';
import { dayColumn } from '../../../src/database/days.ts';
import type { Deps } from '../../../src/deps.ts';
import type { People } from './people.ts';

const firm = {
  ico: '27048241',
  name: 'Kavárna U Soutoku, s.r.o.',
  kind: 'legalPerson',
  source: 'register',
  address: 'Nábřeží U Přívozu 122, 500 03 Hradec Králové',
} as const;

const seen = { representative: 'denisa@kavarna-u-soutoku.example', agent: 'petr.svoboda@example.cz' };
const neighbour = 'jana.novakova@example.cz';

/** A firm with its representative, whose bookkeeper is one of those the demo signs in, and a neighbour's mandate. */
export async function seedMandates({ db, now }: Pick<Deps, 'db' | 'now'>, { citizens }: People): Promise<void> {
  if ((await db.mandate.count()) > 0) return;
  const citizen = (email: string): Citizen => {
    const found = citizens.get(email);
    if (!found) throw new Error(`no citizen "${email}" in citizens.json`);
    return found;
  };
  const [representative, agent, person] = [seen.representative, seen.agent, neighbour].map(citizen);
  if (!representative || !agent || !person) throw new Error('the demo has lost its people');
  const at = new Date(now().subtract({ hours: 24 * 30 }).epochMilliseconds);
  const from = dayColumn(dayInPrague(now()).subtract({ days: 30 }));
  const { id: organisationId } = await db.organisation.upsert({
    where: { ico: firm.ico },
    create: { ...firm, checkedAt: at },
    update: {},
  });
  const accepted = { state: 'active', agentId: agent.accountId, acceptedById: agent.accountId } as const;
  const dates = { fromOn: from, createdAt: at, acceptedAt: at };
  await db.$transaction([
    db.membership.create({
      data: {
        ...{ accountId: representative.accountId, organisationId, role: 'representative', state: 'active' },
        ...{ level: 'substantial', askedAt: at, since: at },
      },
    }),
    db.mandate.create({
      data: {
        ...{ id: randomUUIDv7(), origin: 'online', scope: 'all', level: 'substantial', ...accepted, ...dates },
        ...{ principalOrganisationId: organisationId, madeById: representative.accountId },
      },
    }),
    db.mandate.create({
      data: {
        ...{ id: randomUUIDv7(), origin: 'online', scope: 'all', level: 'substantial', ...accepted, ...dates },
        ...{ principalId: person.accountId, madeById: person.accountId },
        untilOn: dayColumn(dayInPrague(now()).add({ days: 335 })),
      },
    }),
  ]);
}
