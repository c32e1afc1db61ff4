import { auditSentence } from '../../audit/sentence.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import { ownItems } from '../../core/identity/own-items.ts';
import type { Deps } from '../../deps.ts';
import { findSure } from '../../vault/known-person.ts';
import { openProfile } from '../../vault/profile.ts';
import { findVerifications } from '../counter/find.ts';
import { listPasskeys } from '../passkeys/kept.ts';
import { openIdentity } from '../providers/identities.ts';
import { openOrigin } from '../sign-ins.ts';

type Needs = Pick<Deps, 'db' | 'vault' | 'now'>;

/** All that the account itself holds of its holder, for a program. Secrets that open it are not in it. */
export async function accountDocument(deps: Needs, accountId: string): Promise<object> {
  const { db, vault } = deps;
  const account = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    include: {
      identities: { orderBy: { linkedAt: 'asc' } },
      signIns: { orderBy: { at: 'desc' } },
      mailSettings: { omit: { accountId: true } },
      memberships: { include: { organisation: true }, orderBy: { id: 'asc' } },
      codeApp: { select: { addedAt: true } },
    },
  });
  const profile = openProfile(vault, accountId, account.profile);
  const sure = await findSure(deps, accountId);
  return {
    account: {
      name: account.name,
      email: account.email,
      phone: account.phone,
      createdAt: account.createdAt.toISOString(),
      confirmedAt: iso(account.confirmedAt),
    },
    profile: ownItems(account, profile, sure, dayInPrague(deps.now())).map(({ id, lines, source }) => {
      return { id, value: lines.join(', '), source: source?.by ?? 'person', toldOn: source?.on.toString() ?? null };
    }),
    typedForPrefilling: profile,
    identities: account.identities.map(({ content, linkedAt, usedAt }) => {
      return { ...openIdentity(vault, content), linkedAt: linkedAt.toISOString(), usedAt: usedAt.toISOString() };
    }),
    seenAtTheOffice: (await findVerifications(deps, accountId)).map(({ on, until, revokedOn, ...one }) => {
      return { ...one, on: on.toString(), until: until.toString(), revokedOn: revokedOn?.toString() ?? null };
    }),
    signIns: account.signIns.map(({ id, method, level, at, endedAt, content }) => {
      return { method, level, at: at.toISOString(), endedAt: iso(endedAt), ...openOrigin(vault, id, content) };
    }),
    passkeys: (await listPasskeys(deps, accountId)).map(({ name, addedAt, usedAt }) => {
      return { name, addedAt: addedAt.toString(), usedAt: usedAt?.toString() ?? null };
    }),
    codeAppSince: iso(account.codeApp?.addedAt ?? null),
    mailSettings: account.mailSettings,
    organisations: account.memberships.map(({ role, state, askedAt, since, until, organisation }) => {
      const { ico, name, address } = organisation;
      const times = { askedAt: askedAt.toISOString(), since: iso(since), until: iso(until) };
      return { ico, name, address, role, state, ...times };
    }),
    log: await logOf(deps, accountId),
  };
}

const most = 5000;

/** What happened to the account, the newest first. */
async function logOf({ db }: Needs, accountId: string): Promise<object[]> {
  const records = await db.auditRecord.findMany({
    where: { subject: `account/${accountId}` },
    orderBy: { id: 'desc' },
    take: most,
    select: { at: true, action: true, actorKind: true, details: true },
  });
  return records.map(({ at, action, actorKind, details }) => {
    return { at: at.toISOString(), by: actorKind, what: auditSentence(action, detailsOf(details)) };
  });
}

function detailsOf(details: unknown): Record<string, unknown> {
  return typeof details === 'object' && details !== null ? { ...details } : {};
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
