import { randomUUIDv7 } from 'node:crypto';
import type { Citizen } from '../../core/actor.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import { mayGiveOnline } from '../../core/mandate/giving.ts';
import { termsWords } from '../../core/mandate/terms-words.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { mandateOffered } from '../../notifications/mandate-letters.ts';
import { tell } from '../../notifications/tell.ts';
import { pageUrl } from '../../web/page-url.ts';
import { newSecret } from '../../vault/link-secret.ts';
import { auditMandate } from '../audit.ts';
import { sealEmail } from '../content.ts';
import type { Side } from '../managed.ts';
import { agendaTitles } from '../read.ts';
import { isInHand } from '../terms/case-in-hand.ts';
import { columnsOf } from '../terms/columns.ts';
import type { Terms } from '../terms/read-terms.ts';

type Tx = Prisma.TransactionClient;
export type GiveDeps = Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now'>;

interface Given {
  actor: Citizen;
  principal: Side;
  /** To whom it is offered. */
  email: string;
  terms: Terms;
}

/**
 * `level`: it is not known surely enough who gives it; `self`: nobody empowers themselves; `noCase`: the case is not the
 * principal's; `inHand`: another agent acts in it.
 */
export type Giving = { id: string } | 'level' | 'self' | 'noCase' | 'inHand';

const days = 14;

/** Offers a mandate to whoever has the address: by a link that works once, for two weeks. */
export async function giveMandate(deps: GiveDeps, { actor, principal, email, terms }: Given): Promise<Giving> {
  if (!mayGiveOnline(actor.level, terms.scope)) return 'level';
  const { vault, now } = deps;
  return deps.db.$transaction(async tx => {
    const account = await tx.account.findUniqueOrThrow({ where: { id: actor.accountId } });
    if (principal.organisationId === null && account.email === email) return 'self';
    const found = terms.reference === null ? null : await caseOf(tx, principal, terms.reference);
    if (terms.reference !== null && !found) return 'noCase';
    if (found && (await isInHand(tx, found.id, dayInPrague(now())))) return 'inHand';
    const id = randomUUIDv7();
    const { secret, hash: secretHash } = newSecret();
    const expires = now().add({ hours: 24 * days });
    await tx.mandate.create({
      data: {
        ...{ id, origin: 'online', state: 'offered', madeById: actor.accountId, level: actor.level },
        ...columnsOf(terms, found?.id ?? null),
        principalId: principal.organisationId === null ? principal.accountId : null,
        principalOrganisationId: principal.organisationId,
        secretHash,
        email: sealEmail(vault, id, email),
        createdAt: new Date(now().epochMilliseconds),
        expiresAt: new Date(expires.epochMilliseconds),
      },
    });
    await auditMandate(tx, deps, 'mandateGiven', { actor, mandateId: id });
    const letter = mandateOffered({
      principal: await nameOf(tx, principal),
      terms: await wordsOf(tx, terms),
      until: dayInPrague(expires),
      link: pageUrl(deps, '/ucet/zmocneni/pozvanka', { klic: secret }),
    });
    await tell(tx, deps, email, { kind: 'mandateOffered', letter });
    return { id };
  });
}

/** A case of the principal's own. */
function caseOf(tx: Tx, { accountId, organisationId }: Side, reference: string) {
  const whose = organisationId === null ? { applicantId: accountId, organisationId } : { organisationId };
  return tx.case.findFirst({ where: { reference, trial: false, ...whose }, select: { id: true } });
}

async function nameOf(tx: Tx, { accountId, organisationId }: Side): Promise<string> {
  const select = { name: true } as const;
  const { name } =
    organisationId === null
      ? await tx.account.findUniqueOrThrow({ where: { id: accountId }, select })
      : await tx.organisation.findUniqueOrThrow({ where: { id: organisationId }, select });
  return name;
}

async function wordsOf(tx: Tx, { scope, agendaIds, reference, from, until }: Terms): Promise<string> {
  const titles = await agendaTitles(tx, agendaIds);
  const agendas = agendaIds.map(id => titles.get(id) ?? '');
  return termsWords({ scope, agendas, reference, from: from.toString(), until: until?.toString() ?? null });
}
