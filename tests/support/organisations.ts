import { randomInt, randomUUID } from 'node:crypto';
import { approve } from '../../src/organisations/office/decide.ts';
import { invite } from '../../src/organisations/invitations/invite.ts';
import { askToRepresent } from '../../src/organisations/own/ask-to-represent.ts';
import type { GivenRole } from '../../src/core/organisation/roles.ts';
import { readIco } from '../../src/core/czech/ico.ts';
import type { Deps } from '../../src/deps.ts';
import { openMessage } from '../../src/notifications/message.ts';
import { type CitizenAccount, createCitizen, createOfficer } from './factories.ts';

/** Organisations and who acts for them, made through the same code that makes them in earnest. */

/** A number nobody else of the test has. */
export function freshIco(): string {
  for (;;) {
    const ico = readIco(String(randomInt(10_000_000, 100_000_000)));
    if (ico !== undefined) return ico;
  }
}

interface Asking {
  owner: CitizenAccount;
  ico?: string;
  name?: string;
}

/** Somebody asked to represent an organisation; the id of what waits. */
export async function askedMembership(
  deps: Deps,
  { owner, ico = freshIco(), name = 'Pekárna U Labe, s.r.o.' }: Asking,
): Promise<string> {
  const firm = { ico, name, legalForm: '112', address: 'Velké náměstí 149/5, 50003 Hradec Králové', dissolvedOn: null };
  await askToRepresent(deps, { actor: owner.actor, ico, known: { firm } });
  const { accountId } = owner.actor;
  const where = { accountId, organisation: { ico }, state: 'waiting' } as const;
  return (await deps.db.membership.findFirstOrThrow({ where })).id;
}

/** An organisation whose representative the registry has checked. */
export async function representedBy(deps: Deps, asking: Asking): Promise<{ organisation: string; member: string }> {
  const member = await askedMembership(deps, asking);
  const { actor } = await createOfficer(deps, { department: 'spravni', roles: ['registry'] });
  await approve(deps, { membershipId: member, actor });
  const { organisationId } = await deps.db.membership.findUniqueOrThrow({ where: { id: member } });
  return { organisation: organisationId, member };
}

/** Another member; the id of the membership. */
export async function joined(
  { db, now }: Deps,
  { organisation, member, role }: { organisation: string; member: CitizenAccount; role: GivenRole },
): Promise<string> {
  const { accountId, level } = member.actor;
  const at = new Date(now().epochMilliseconds);
  const data = {
    accountId,
    organisationId: organisation,
    role,
    state: 'active',
    level,
    askedAt: at,
    since: at,
  } as const;
  return (await db.membership.create({ data })).id;
}

/** Somebody invited who has not answered; the id of the invitation. */
export async function invitedTo(
  deps: Deps,
  { organisation, owner, role = 'reader' }: { organisation: string; owner: CitizenAccount; role?: GivenRole },
): Promise<string> {
  const email = `${randomUUID()}@example.cz`;
  await invite(deps, { organisationId: organisation, email, role, actor: owner.actor });
  return (await deps.db.invitation.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
}

/** Where the mail leads that invites somebody to an organisation of somebody else. */
export async function invitationLink(deps: Deps, invited: CitizenAccount): Promise<string> {
  const owner = await createCitizen(deps);
  const { organisation } = await representedBy(deps, { owner });
  const { email } = invited;
  await invite(deps, { organisationId: organisation, email, role: 'filer', actor: owner.actor });
  const mails = await deps.db.mail.findMany({ where: { kind: 'memberInvited' } });
  const texts = mails.map(({ id, message }) => openMessage(deps.vault, id, message)).filter(({ to }) => to === email);
  const { pathname, search } = new URL(/https?:\S+/.exec(texts.at(-1)?.text ?? '')?.[0] ?? '');
  return pathname + search;
}
