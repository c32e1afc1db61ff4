import { recordAudit } from '../../audit/record.ts';
import type { Citizen } from '../../core/actor.ts';
import type { Deps } from '../../deps.ts';
import { organisationAsked } from '../../notifications/organisation-letters.ts';
import { tellRegistry } from '../../notifications/tell.ts';
import { pageUrl } from '../../web/page-url.ts';
import { keepOrganisation, type Known } from './keep-organisation.ts';

export type AskDeps = Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now'>;

interface Wanted {
  actor: Citizen;
  ico: string;
  known: Known;
}

/** `waiting`: they have asked already; `already`: they represent it. */
export type Asked = 'asked' | 'waiting' | 'already';

/** Somebody says that they represent an organisation; the registry is to check it. */
export async function askToRepresent(deps: AskDeps, { actor, ico, known }: Wanted): Promise<Asked> {
  return deps.db.$transaction(async tx => {
    const { id: organisationId, name } = await keepOrganisation(tx, deps, ico, known);
    const { accountId, level } = actor;
    const own = { accountId, organisationId };
    const isAlready = await tx.membership.count({ where: { ...own, state: 'active', role: 'representative' } });
    if (isAlready > 0) return 'already';
    const askedAt = new Date(deps.now().epochMilliseconds);
    // A click sent twice finds what the first has written.
    const [membership] = await tx.membership.createManyAndReturn({
      data: [{ ...own, role: 'representative', state: 'waiting', level, askedAt }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!membership) return 'waiting';
    const details = { organisationId, membershipId: membership.id };
    const subject = `organisation/${organisationId}`;
    await recordAudit(tx, { actor, at: deps.now(), action: 'representationAsked', subject, details });
    const letter = organisationAsked({
      organisation: name,
      link: pageUrl(deps, `/urad/organizace/${membership.id}`),
    });
    await tellRegistry(tx, deps, { kind: 'organisationAsked', letter });
    return 'asked';
  });
}
