import { recordAudit } from '../../audit/record.ts';
import type { Citizen } from '../../core/actor.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { organisationAsked } from '../../notifications/organisation-letters.ts';
import { type Firm, kindOf } from '../ares/answer.ts';
import { linkTo, tellRegistry } from '../tell.ts';

type Tx = Prisma.TransactionClient;
export type AskDeps = Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now'>;

/** What is known of the organisation: as ARES says it, or as it was typed while ARES did not answer. */
export type Known = { firm: Firm } | { typed: { name: string; address: string } };

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
      link: linkTo(deps, `/urad/organizace/${membership.id}`),
    });
    await tellRegistry(tx, deps, { kind: 'organisationAsked', letter });
    return 'asked';
  });
}

/** What the register says replaces what was typed; what is typed replaces nothing that somebody acts for already. */
async function keepOrganisation(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  ico: string,
  known: Known,
): Promise<{ id: string; name: string }> {
  const said = columnsOf(known, new Date(now().epochMilliseconds));
  const select = { id: true, name: true };
  if ('firm' in known) {
    return tx.organisation.upsert({ where: { ico }, create: { ico, ...said }, update: said, select });
  }
  await tx.organisation.createMany({ data: [{ ico, ...said }], skipDuplicates: true });
  await tx.organisation.updateMany({
    where: { ico, source: 'typed', memberships: { none: { state: { in: ['active', 'ended'] } } } },
    data: said,
  });
  return tx.organisation.findUniqueOrThrow({ where: { ico }, select });
}

function columnsOf(known: Known, checkedAt: Date) {
  if ('typed' in known) return { ...known.typed, kind: null, source: 'typed' as const, checkedAt };
  const { name, address } = known.firm;
  return { name, address, kind: kindOf(known.firm), source: 'register' as const, checkedAt };
}
