import { Readable } from 'node:stream';
import { takeIn } from '../../src/attachments/intake.ts';
import type { Citizen } from '../../src/core/actor.ts';
import { dayInPrague } from '../../src/core/czech/format.ts';
import type { MandateScope } from '../../src/core/mandate/mandate.ts';
import type { Deps } from '../../src/deps.ts';
import { giveMandate } from '../../src/mandates/giving/give.ts';
import { acceptOffer } from '../../src/mandates/offer/answer.ts';
import { acceptPower } from '../../src/mandates/office/decide.ts';
import { bringPower } from '../../src/mandates/power/bring.ts';
import { powerSlot } from '../../src/mandates/power/slot.ts';
import { openMessage } from '../../src/notifications/message.ts';
import type { NamedPrincipal } from '../../src/vault/mandate-principal.ts';
import type { Portal } from './app.ts';
import { type CitizenAccount, createOfficer } from './factories.ts';
import type { Visitor } from './visitor.ts';

/** Mandates, made through the same code that makes them in earnest. */

interface Terms {
  scope?: MandateScope;
  /** Slugs. */
  agendas?: string[];
  reference?: string | null;
  from?: Temporal.PlainDate;
  until?: Temporal.PlainDate | null;
}

interface Offered extends Terms {
  principal: CitizenAccount;
  /** The organisation in whose name the principal gives it. */
  organisation?: string;
  agent: CitizenAccount;
}

/** Somebody offered a mandate that nobody has answered; its id and where the link in the mail leads. */
export async function offeredMandate(
  deps: Deps,
  offered: Offered,
): Promise<{ id: string; link: string; secret: string }> {
  const { principal, organisation = null, agent } = offered;
  const given = await giveMandate(deps, {
    actor: { ...principal.actor, level: 'high' },
    principal: { accountId: principal.actor.accountId, organisationId: organisation },
    email: agent.email,
    terms: await termsOf(deps, offered),
  });
  if (typeof given === 'string') throw new Error(`not given: ${given}`);
  const link = await linkIn(deps, agent.email);
  return { id: given.id, link, secret: new URL(link, 'http://portal').searchParams.get('klic') ?? '' };
}

/** A mandate that the agent has accepted, themselves or for their organisation; its id. */
export async function empowered(deps: Deps, offered: Offered & { agentOrganisation?: string }): Promise<string> {
  const { agent, agentOrganisation = null } = offered;
  const { id, secret } = await offeredMandate(deps, offered);
  const side = { accountId: agent.actor.accountId, organisationId: agentOrganisation };
  const accepted = await acceptOffer(deps, { secret, actor: agent.actor, agent: side });
  if (accepted.state !== 'good') throw new Error(`not accepted: ${accepted.state}`);
  return id;
}

interface Brought extends Terms {
  agent: CitizenAccount;
  principal?: Partial<NamedPrincipal>;
}

/** A power of attorney that waits to be checked; its id. */
export async function broughtPower(deps: Deps, brought: Brought): Promise<string> {
  const { agent } = brought;
  const content = await takeIn(deps, { content: Readable.from([Buffer.from('%PDF-1.7\n%%EOF\n')]), slot: powerSlot });
  const principal = {
    ...{ name: 'Božena Starší', birthDate: '1941-03-02', ico: null, address: 'Dlouhá 1, 500 03 Hradec Králové' },
    ...{ email: null, ...brought.principal },
  };
  const result = await bringPower(deps, {
    actor: agent.actor,
    agent: { accountId: agent.actor.accountId, organisationId: null },
    principal,
    terms: await termsOf(deps, brought),
    file: { ...content, name: 'plná moc.pdf' },
  });
  if (result === 'noCase') throw new Error('no such case');
  return result.id;
}

/** The registry has accepted it; the account with the principal's address is theirs. */
export async function checkedPower(deps: Deps, brought: Brought): Promise<string> {
  const mandateId = await broughtPower(deps, brought);
  const { actor } = await createOfficer(deps, { department: 'spravni', roles: ['registry'] });
  const result = await acceptPower(deps, { mandateId, actor, isAccount: true });
  if (result !== 'done') throw new Error(`not accepted: ${result}`);
  return mandateId;
}

/** The agent as the portal knows them with that mandate. */
export async function actingUnder(deps: Deps, agent: CitizenAccount, mandateId: string): Promise<Citizen> {
  const row = await deps.db.mandate.findUniqueOrThrow({
    where: { id: mandateId },
    include: { principalAccount: true, principalOrganisation: true },
  });
  const { principalId, principalOrganisationId, principalAccount, principalOrganisation } = row;
  const name = (principalOrganisation ?? principalAccount)?.name ?? 'Božena Starší';
  const held = {
    mandateId,
    principal: { name, accountId: principalId, organisationId: principalOrganisationId },
    agent: null,
    ...{ scope: row.scope, agendaIds: row.agendaIds, caseId: row.caseId },
    ...{ from: row.fromOn.toISOString().slice(0, 10), until: row.untilOn?.toISOString().slice(0, 10) ?? null },
  };
  return { ...agent.actor, mandates: [held] };
}

/** From the next request on it is surely known who the visitor is. */
async function proveLevel({ pool }: Deps, { actor }: CitizenAccount): Promise<void> {
  await pool.query(
    `UPDATE session SET sess = jsonb_set(sess::jsonb, '{passport,user,level}', '"high"')::json
     WHERE sess #>> '{passport,user,accountId}' = $1`,
    [actor.accountId],
  );
}

/** A signed in visitor whose identity was proved. */
export async function provenVisitor(portal: Portal, account: CitizenAccount): Promise<Visitor> {
  const visitor = await portal.visitor(account);
  await proveLevel(portal.deps, account);
  return visitor;
}

/** Texts of mails of a kind to an address, the last at the end. */
export async function mailsTo({ db, vault }: Deps, kind: string, email: string): Promise<string[]> {
  const mails = await db.mail.findMany({ where: { kind }, orderBy: { createdAt: 'asc' } });
  const messages = mails.map(({ id, message }) => openMessage(vault, id, message));
  return messages.filter(({ to }) => to === email).map(({ text }) => text);
}

async function linkIn(deps: Deps, email: string): Promise<string> {
  const text = (await mailsTo(deps, 'mandateOffered', email)).at(-1) ?? '';
  const { pathname, search } = new URL(/https?:\S+/.exec(text)?.[0] ?? '');
  return pathname + search;
}

async function termsOf({ db, now }: Deps, { scope, agendas = [], reference = null, from, until = null }: Terms) {
  const found = await db.agenda.findMany({ where: { slug: { in: agendas } }, select: { id: true } });
  const known = scope ?? (reference === null ? (agendas.length > 0 ? 'agendas' : 'all') : 'case');
  return { scope: known, agendaIds: found.map(({ id }) => id), reference, from: from ?? dayInPrague(now()), until };
}
