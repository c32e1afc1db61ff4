import { recordAudit } from '../../audit/record.ts';
import type { AssuranceLevel } from '../../core/actor.ts';
import type { Represented } from '../../core/identity/claims.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { representativeJoined } from '../../notifications/organisation-letters.ts';
import { lookUp } from '../ares/look-up.ts';
import { keepOrganisation, type Known } from '../own/keep-organisation.ts';
import { tellManagers } from '../../notifications/tell.ts';
import { pageUrl } from '../../web/page-url.ts';

type Tx = Prisma.TransactionClient;
type TakeDeps = Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now' | 'log'>;

interface Proved {
  accountId: string;
  level: AssuranceLevel;
  represented: Represented;
}

/**
 * Somebody signed in by the data box of an organisation as one who represents it by law: so they do here as well, without
 * the registry. Gives what to say to them; null when they did before, or the organisation is no more.
 */
export function takeRepresentative(deps: TakeDeps): (proved: Proved) => Promise<string | null> {
  return async ({ accountId, level, represented }) => {
    const known = await knownOf(deps, represented);
    if (known === null) return null;
    const name = await deps.db.$transaction(tx => take(tx, deps, { accountId, level, ico: represented.ico, known }));
    return name && `Podle datové schránky zastupujete organizaci ${name} – jednat za ni můžete hned.`;
  };
}

/** As ARES says it, or as the data box does when ARES does not answer or knows nothing of it; null when the organisation has ceased to be. */
async function knownOf(deps: TakeDeps, { ico, name }: Represented): Promise<Known | null> {
  const found = await lookUp(deps, ico);
  if (found.kind !== 'found') return { typed: { name, address: '' } };
  return found.firm.dissolvedOn === null ? { firm: found.firm } : null;
}

interface Taken extends Omit<Proved, 'represented'> {
  ico: string;
  known: Known;
}

/** What else they were to it ends; what they asked the registry for is settled. Gives the name of the organisation. */
async function take(tx: Tx, deps: TakeDeps, { accountId, level, ico, known }: Taken): Promise<string | null> {
  const { id: organisationId, name } = await keepOrganisation(tx, deps, ico, known);
  const own = { accountId, organisationId };
  // Two who come at once (a double click) come one after the other.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${accountId + organisationId}, 0))`;
  if ((await tx.membership.count({ where: { ...own, state: 'active', role: 'representative' } })) > 0) return null;
  if (await isRevoked(tx, own)) return null;
  const at = new Date(deps.now().epochMilliseconds);
  await tx.membership.updateMany({ where: { ...own, state: 'active' }, data: { state: 'ended', until: at } });
  const active = { state: 'active' as const, level, since: at };
  const [asked] = await tx.membership.updateManyAndReturn({
    where: { ...own, state: 'waiting' },
    data: active,
    select: { id: true },
  });
  const data = { ...own, ...active, role: 'representative' as const, askedAt: at };
  const { id: membershipId } = asked ?? (await tx.membership.create({ data, select: { id: true } }));
  const subject = `organisation/${organisationId}`;
  const details = { organisationId, membershipId };
  const { name: member } = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { name: true } });
  const actor = { kind: 'citizen' as const, accountId, name: member, level };
  await recordAudit(tx, { actor, at: deps.now(), action: 'representationProved', subject, details });
  const letter = representativeJoined({
    organisation: name,
    member,
    link: pageUrl(deps, `/organizace/${organisationId}`),
  });
  await tellManagers(tx, deps, { organisationId, except: [accountId] }, { kind: 'representativeJoined', letter });
  return name;
}

/** What the registry ended for a reason, it alone begins again. */
async function isRevoked(tx: Tx, own: { accountId: string; organisationId: string }): Promise<boolean> {
  const last = await tx.membership.findFirst({
    where: { ...own, role: 'representative', state: 'ended' },
    orderBy: { until: 'desc' },
    select: { reason: true },
  });
  return last !== null && last.reason !== null;
}
